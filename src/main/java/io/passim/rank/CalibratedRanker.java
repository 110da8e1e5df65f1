package io.passim.rank;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.passim.question.StandaloneQuestion;
import io.passim.read.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranks by the fitted probability of being right. */
@ApplicationScoped
class CalibratedRanker implements AnswerRanker {
  private static final Comparator<RankedAnswer> SUREST_FIRST =
      Comparator.comparingDouble(RankedAnswer::confidence)
          .thenComparingDouble(answer -> answer.best().score())
          .reversed();

  private final Calibration calibration;
  private final double threshold;

  @Inject
  CalibratedRanker(RankConfig config, ReaderCalibration fitted) {
    this(config, fitted.get());
  }

  CalibratedRanker(RankConfig config, Calibration calibration) {
    this.calibration = calibration;
    this.threshold = config.threshold().orElse(calibration.threshold());
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("passim.rank.threshold must lie in [0, 1]: " + threshold);
    }
  }

  /** A calibration that does not fit stops the start, and not the first question. */
  void load(@Observes Startup start) {}

  @Override
  public double threshold() {
    return threshold;
  }

  @Override
  public String fingerprint() {
    return calibration.fingerprint();
  }

  @Override
  public String scale() {
    return calibration.scale();
  }

  @WithSpan("rank")
  @Override
  public Ranking rank(StandaloneQuestion question, Reading reading) {
    List<MergedAnswer> merged = MergedAnswer.merge(reading.candidates());
    AnswerFeatures features = new AnswerFeatures(question, merged);
    List<RankedAnswer> answers = new ArrayList<>();
    for (MergedAnswer answer : merged) {
      Map<String, @Nullable Double> values = features.of(answer);
      answers.add(
          new RankedAnswer(
              answer.best(), calibration.confidence(values), answer.support(), known(values)));
    }
    answers.sort(SUREST_FIRST);
    Items items = AnswerItems.of(question.text(), answers);
    Map<RankedAnswer, RankedAnswer> contradictions = Disagreement.among(answers, items);
    answers.replaceAll(answer -> contradictions.getOrDefault(answer, answer));
    return new Ranking(answers, threshold, Set.copyOf(contradictions.values()), items);
  }

  private static Map<String, Double> known(Map<String, @Nullable Double> features) {
    Map<String, Double> known = new LinkedHashMap<>();
    features.forEach((name, value) -> {
      if (value != null) {
        known.put(name, value);
      }
    });
    return known;
  }
}
