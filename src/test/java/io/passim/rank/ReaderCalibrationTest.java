package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.inference.InferenceConfig;
import io.passim.inference.ReaderModel;
import io.passim.inference.TestReaders;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderCalibrationTest {
  private static final Path SHIPPED = Path.of("models/reader-minilm-l12/calibration.json");

  @TempDir Path directory;

  /** The calibration of a reader whose folder is that of the configured name in {@code models}. */
  static ReaderCalibration of(ReaderModel reader, String models, Optional<Path> configured) {
    InferenceConfig inference =
        new SmallRyeConfigBuilder()
            .withMapping(InferenceConfig.class)
            .withDefaultValue("passim.inference.models-directory", models)
            .build()
            .getConfigMapping(InferenceConfig.class);
    return new ReaderCalibration(
        new RankSettings(configured, OptionalDouble.empty()), inference, reader);
  }

  private static void assertRefused(ReaderModel reader, Optional<Path> configured, String says) {
    String message =
        String.valueOf(
            assertThrows(IllegalStateException.class, () -> of(reader, "models", configured))
                .getMessage());
    assertTrue(message.contains(says), message);
  }

  @Test
  void theFileThatTheManifestNames() {
    assertEquals(
        Calibration.read(SHIPPED), of(TestReaders.shipped(), "models", Optional.empty()).get());
  }

  @Test
  void theConfiguredFileComesFirst() throws Exception {
    Path other = directory.resolve("other.json");
    Files.writeString(
        other,
        Files.readString(SHIPPED).replaceFirst("\"threshold\": [0-9.]+", "\"threshold\": 0.125"));
    ReaderCalibration calibration = of(TestReaders.shipped(), "models", Optional.of(other));
    assertEquals(0.125, calibration.get().threshold());
  }

  @Test
  void aReaderWithoutOneIsRefused() {
    assertRefused(TestReaders.tiny("bert"), Optional.empty(), "names no calibration");
  }

  @Test
  void theCalibrationOfAnotherReaderIsRefused() {
    assertRefused(TestReaders.tiny("bert"), Optional.of(SHIPPED), "was fitted for");
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused(
        TestReaders.shipped(), Optional.of(directory.resolve("absent.json")), "no calibration in");
  }
}
