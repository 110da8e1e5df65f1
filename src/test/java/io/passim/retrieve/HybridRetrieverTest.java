package io.passim.retrieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.EncoderModel;
import io.passim.inference.TestEncoders;
import org.junit.jupiter.api.Test;

class HybridRetrieverTest {
  private final PassageIndex index = TestIndexes.inMemory();
  private final EncoderModel encoder = TestEncoders.shipped();
  private final EncoderModel prefixed = TestEncoders.shippedWith("questionPrefix", "query: ");

  @Test
  void anotherPrefixIsInTheFingerprintBecauseItDecidesAboutAnswers() {
    assertNotEquals(
        TestRetrievers.hybrid(index, encoder, 10).fingerprint(),
        TestRetrievers.hybrid(index, prefixed, 10).fingerprint());
  }

  @Test
  void byWordsAloneTheEncoderDecidesNothing() {
    assertEquals(
        TestRetrievers.lexical(index, encoder, 10).fingerprint(),
        TestRetrievers.lexical(index, prefixed, 10).fingerprint());
  }
}
