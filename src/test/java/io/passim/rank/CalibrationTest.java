package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  private static final String GOOD =
      """
      {"reader": "r", "readerSha256": "abc", "bias": 0.5,
       "features": [{"name": "score", "mean": 2, "scale": 4, "weight": 3}],
       "threshold": 0.4, "fittedOn": "nothing", "measured": {"ece": 0.01}}
      """;

  @TempDir Path directory;

  private Calibration read(String json) throws IOException {
    return Calibration.read(Files.writeString(directory.resolve("calibration.json"), json));
  }

  private void assertRefused(String json, String says) {
    String message =
        String.valueOf(assertThrows(IllegalStateException.class, () -> read(json)).getMessage());
    assertTrue(message.contains(says), message);
  }

  @Test
  void confidenceIsALogisticRegression() throws IOException {
    Calibration calibration = read(GOOD);
    assertEquals(1 / (1 + Math.exp(-0.5)), calibration.confidence(Map.of("score", 2.0)), 1e-12);
    assertEquals(1 / (1 + Math.exp(-3.5)), calibration.confidence(Map.of("score", 6.0)), 1e-12);
    assertEquals(0.4, calibration.threshold());
  }

  @Test
  void scaleIsThatOfTheConfidencesWhateverTheThreshold() throws IOException {
    Calibration calibration = read(GOOD);
    Calibration stricter = read(GOOD.replace("0.4", "0.6"));
    assertEquals(calibration.scale(), stricter.scale());
    assertNotEquals(calibration.fingerprint(), stricter.fingerprint());
    assertNotEquals(calibration.scale(), read(GOOD.replace("0.5", "0.7")).scale());
  }

  @Test
  void extremeFeaturesStayProbabilities() throws IOException {
    Calibration calibration = read(GOOD);
    assertEquals(1, calibration.confidence(Map.of("score", 1e9)));
    assertEquals(0, calibration.confidence(Map.of("score", -1e9)));
  }

  @Test
  void missingFeatureSpeaksNeitherForNorAgainst() throws IOException {
    Calibration calibration = read(GOOD);
    Map<String, @Nullable Double> missing = new HashMap<>();
    missing.put("score", null);
    assertEquals(calibration.confidence(Map.of("score", 2.0)), calibration.confidence(missing));
  }

  @Test
  void unnamedFeatureIsAnError() throws IOException {
    Calibration calibration = read(GOOD);
    assertThrows(IllegalArgumentException.class, () -> calibration.confidence(Map.of()));
  }

  @Test
  void missingFile() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> Calibration.read(directory.resolve("absent.json")));
    assertTrue(String.valueOf(refused.getMessage()).contains("models/training/README.md"));
  }

  @Test
  void unknownFeature() {
    assertRefused(GOOD.replace("\"score\"", "\"mood\""), "there is no feature \"mood\"");
  }

  @Test
  void damaged() {
    assertRefused("{", "calibration.json: ");
    assertRefused(GOOD.replace("0.4", "1.4"), "threshold");
    assertRefused(GOOD.replace("\"scale\": 4", "\"scale\": 0"), "scale");
    assertRefused(GOOD.replace("\"bias\": 0.5,", ""), "bias");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"r\"|reader",
        "\"abc\"|readerSha256",
        "0.5|bias",
        "[{\"name\": \"score\", \"mean\": 2, \"scale\": 4, \"weight\": 3}]|features",
        "{\"name\": \"score\", \"mean\": 2, \"scale\": 4, \"weight\": 3}|features",
        "\"score\"|name",
        "2|mean",
        "0.4|threshold",
        "\"nothing\"|fittedOn",
        "{\"ece\": 0.01}|measured",
        "0.01|measured"
      })
  void nothingIsNull(String value, String property) {
    assertRefused(
        GOOD.replace(value, "null"), "`null` value encountered for property \"" + property);
  }

  @Test
  void nullIsNoCalibration() {
    assertRefused("null", "is null, not a calibration");
  }

  @Test
  void tooLargeAFileIsNotRead() {
    assertRefused(GOOD + " ".repeat(1 << 20), "too many for a calibration");
  }

  @Test
  void otherWeights() throws IOException {
    Calibration calibration = read(GOOD);
    calibration.requireFittedFor("abc");
    assertThrows(IllegalStateException.class, () -> calibration.requireFittedFor("def"));
  }
}
