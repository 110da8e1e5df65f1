package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** A setting that does nothing with the reader that is loaded is said once, when it is loaded. */
class IgnoredSettingsTest {
  private static final TestConfig ALONE =
      new TestConfig(Path.of("models"), "reader-minilm-l6-int8", 384, 128);

  private static List<String> warnings(TestConfig config) {
    try (LogRecords records = LogRecords.of(OnnxReaderModel.class)) {
      OnnxReaderModel.open(config).close();
      return records.at(Level.WARNING);
    }
  }

  @Test
  void longRunsOfAReaderWhoseWindowsRunAlone() {
    List<String> warnings = warnings(ALONE.withBatchTokens(4096));
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(
        warnings.getFirst().startsWith("passim.inference.batch-tokens"), warnings.getFirst());
  }

  @Test
  void noneIsSaidWhereAllDoSomething() {
    assertEquals(List.of(), warnings(ALONE));
    assertEquals(List.of(), warnings(TestReaders.tinyConfig(TestReaders.TINY, "bert")));
  }
}
