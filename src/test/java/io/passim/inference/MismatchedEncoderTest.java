package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encoder whose vectors cannot be compared is refused when it is loaded. */
class MismatchedEncoderTest {
  @TempDir Path models;

  private void assertRefused(byte[] graph, String... says) throws IOException {
    new TinyModel(models).writeEncoder(graph);
    InferenceConfig config = TestConfig.in(models).withEncoder("tiny");
    String message =
        String.valueOf(
            assertThrows(ModelLoadException.class, () -> OnnxEncoderModel.open(config))
                .getMessage());
    for (String part : says) {
      assertTrue(message.contains(part), message);
    }
    assertEquals(0, TensorBuffers.OPEN_TENSORS.get());
  }

  /** Each component is the id of a token. */
  @Test
  void vectorsThatAreNotOfLengthOne() throws IOException {
    assertRefused(
        TinyOnnx.graph(TinyModel.INPUTS, TinyModel.EMBEDDING),
        "tiny cannot encode 512 tokens (its maxLength is 512)",
        "a vector of 512 components whose length is 3",
        "expected: 1");
  }

  /** Each component is nought by nought. */
  @Test
  void vectorsThatAreNotFinite() throws IOException {
    assertRefused(
        TinyOnnx.graphThrough("Div", 2, TinyModel.INPUTS.reversed(), TinyModel.EMBEDDING),
        "components whose length is NaN");
  }

  @Test
  void vectorsWithAComponentForEachToken() throws IOException {
    assertRefused(
        TinyOnnx.graphThrough("LpNormalization", 1, TinyModel.INPUTS, TinyModel.EMBEDDING),
        "tiny gives 512 tokens a vector of 512 components and 3 tokens one of 3",
        "expected: as many whatever the text");
  }
}
