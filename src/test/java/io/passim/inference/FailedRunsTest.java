package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that fails is counted, leaves no native tensor open, and the next one works. */
class FailedRunsTest {
  @TempDir Path models;

  private static List<TokenWindow> window(long id) {
    return List.of(new TokenWindow(0, List.of(new Token(id, 0, Token.Segment.SPECIAL, null))));
  }

  private static void assertFails(OnnxReaderModel model, long id, String says) {
    try (ReaderLease lease = model.lease(() -> false)) {
      RuntimeException failure = assertThrows(RuntimeException.class, () -> lease.run(window(id)));
      assertTrue(failure.toString().contains(says), failure::toString);
      ReaderStatistics done = model.statistics();
      assertEquals(1, done.failedRuns());
      assertEquals(0, done.runs());
      assertEquals(0, done.windows());
      assertTrue(done.running().isPositive());
      assertEquals(0, TensorBuffers.OPEN_TENSORS.get());
      assertEquals(1, lease.run(window(1)).size());
      assertEquals(1, model.statistics().failedRuns());
      assertEquals(1, model.statistics().runs());
    }
    assertEquals(0, TensorBuffers.OPEN_TENSORS.get());
  }

  @Test
  void oneThatTheRuntimeRefuses() {
    try (OnnxReaderModel model =
        OnnxReaderModel.open(TestReaders.tinyConfig(TestReaders.TINY, "bert"))) {
      assertFails(model, 9999, "the reader failed");
    }
  }

  /** Its logits are the id divided by itself. */
  @Test
  void oneWhoseLogitsAreNoNumbers() throws IOException {
    new TinyModel(models)
        .write(
            TinyOnnx.graphThrough("Div", 2, TinyModel.INPUTS, TinyModel.OUTPUTS),
            TinyModel.INPUTS,
            TinyModel.OUTPUTS);
    try (OnnxReaderModel model = OnnxReaderModel.open(TestConfig.in(models))) {
      assertFails(model, 0, "the logit of token 0 is NaN");
    }
  }
}
