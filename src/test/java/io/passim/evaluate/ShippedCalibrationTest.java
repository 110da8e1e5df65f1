package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Confidence is a probability: how far it may be off, by what each reader's calibration records.
 */
class ShippedCalibrationTest {
  private static final double IN_DOMAIN = 0.05;
  private static final double SHIFTED = 0.10;

  @ParameterizedTest
  @MethodSource("calibrations")
  void confidenceIsHonest(Path file) throws IOException {
    JsonNode measured = new ObjectMapper().readTree(file.toFile()).path("measured");
    assertAtMost(IN_DOMAIN, measured, "ece", file);
    assertAtMost(SHIFTED, measured, "eceSamples", file);
    assertAtMost(SHIFTED, measured, "eceHeldOut", file);
  }

  private static void assertAtMost(double most, JsonNode measured, String figure, Path file) {
    assertTrue(measured.path(figure).isNumber(), () -> file + " does not record " + figure);
    double value = measured.path(figure).asDouble();
    assertTrue(
        value >= 0 && value <= most,
        () -> file + ": " + figure + " is " + value + ", at most " + most + " is allowed");
  }

  static List<Path> calibrations() throws IOException {
    try (Stream<Path> models = Files.list(Path.of("models"))) {
      List<Path> files =
          models.map(model -> model.resolve("calibration.json")).filter(Files::exists).toList();
      assertTrue(files.size() >= 2, "there are two readers");
      return files;
    }
  }
}
