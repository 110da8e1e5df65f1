package io.passim.rank;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A fitted logistic regression over {@link AnswerFeatures}: features → probability of being right
 * (Platt, 1999). Pure; written by {@code models/training/fit_calibration.py}.
 *
 * @param reader name of the model whose answers it was fitted on
 * @param readerSha256 of that model's weights
 * @param bias added to the weighted features
 * @param features in a fixed order
 * @param threshold confidence at or above which an answer is given, 0 to 1
 * @param fittedOn in words: which questions, how many
 * @param measured on questions it was not fitted on, such as {@code ece} and {@code auroc}
 */
record Calibration(
    @JsonProperty(required = true) String reader,
    @JsonProperty(required = true) String readerSha256,
    @JsonProperty(required = true) double bias,
    @JsonProperty(required = true) List<Feature> features,
    @JsonProperty(required = true) double threshold,
    @JsonProperty(required = true) String fittedOn,
    @JsonProperty(required = true) Map<String, Double> measured) {
  private static final long LARGEST = 1 << 20;

  /** Nothing of a calibration is null, and neither is what its lists hold. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  Calibration {
    features = List.copyOf(features);
    measured = Map.copyOf(measured);
    if (!Double.isFinite(bias)) {
      throw new IllegalArgumentException("the bias is " + bias);
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold must lie in [0, 1]: " + threshold);
    }
    for (Feature feature : features) {
      if (!AnswerFeatures.NAMES.contains(feature.name())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "there is no feature \"%s\"; there are %s",
                feature.name(),
                new TreeSet<>(AnswerFeatures.NAMES)));
      }
    }
  }

  /** What decides about confidences and answers, in one line; the same in every process. */
  String fingerprint() {
    return scale() + " " + threshold;
  }

  /** What decides about confidences, likewise; those of two calibrations of one scale compare. */
  String scale() {
    return readerSha256 + " " + bias + " " + features;
  }

  /**
   * Reads a calibration.
   *
   * @throws IllegalStateException if the file is missing, damaged, larger than 1 MiB or names an
   *     unknown feature
   */
  static Calibration read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalStateException(
            file + " has more than " + LARGEST + " bytes, too many for a calibration");
      }
      Calibration calibration = JSON.readValue(file.toFile(), Calibration.class);
      if (calibration == null) {
        throw new IllegalStateException(file + " is null, not a calibration");
      }
      return calibration;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "no calibration in %s; fit one as models/training/README.md says", file),
          e);
    }
  }

  /**
   * Requires that the confidences are those of the given model.
   *
   * @throws IllegalStateException if it was fitted for other weights
   */
  void requireFittedFor(String sha256) {
    if (!readerSha256.equals(sha256)) {
      throw new IllegalStateException(
          String.format(
                  Locale.ROOT,
                  "the calibration was fitted for %s (sha256 %s), but the reader has the sha256 %s: fit one",
                  reader,
                  readerSha256,
                  sha256)
              + " for it as models/training/README.md says");
    }
  }

  /**
   * Probability that an answer with these features is right, 0 to 1.
   *
   * @param values null where a feature is missing, which then speaks neither for nor against the
   *     answer: it counts as the mean of those it was fitted on
   */
  double confidence(Map<String, @Nullable Double> values) {
    double logit = bias;
    for (Feature feature : features) {
      if (!values.containsKey(feature.name())) {
        throw new IllegalArgumentException("the answer lacks the feature " + feature.name());
      }
      Double value = values.get(feature.name());
      if (value != null) {
        logit += feature.weight() * (value - feature.mean()) / feature.scale();
      }
    }
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /**
   * One input of the regression.
   *
   * @param mean subtracted from the value
   * @param scale the difference is divided by, more than 0
   * @param weight of the standardised value
   */
  record Feature(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) double mean,
      @JsonProperty(required = true) double scale,
      @JsonProperty(required = true) double weight) {
    Feature {
      if (!(scale > 0) || !Double.isFinite(mean) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "%s: mean %s, scale %s, weight %s", name, mean, scale, weight));
      }
    }
  }
}
