package io.passim.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an evaluation. Its names stand in stored evaluations and must not change. A figure
 * is null where no question bears on it.
 *
 * @param overall by SQuAD 2.0's rules: an abstention is the empty answer
 * @param answerable the same over the questions that have an answer
 * @param noAnswerAccuracy share of the questions without an answer that were not answered
 * @param best of the best candidates to answerable questions, whatever their confidence
 * @param types by what is asked for, those without questions left out
 * @param languages by what the dataset says, those without questions left out
 * @param misses every cause, with the number of its questions
 */
public record EvaluationReport(
    Counts counts,
    Score overall,
    Score answerable,
    @Nullable Double noAnswerAccuracy,
    Score best,
    Retrieved retrieval,
    Trust trust,
    Latency latency,
    List<Group> types,
    List<Group> languages,
    Map<Cause, Integer> misses) {
  public EvaluationReport {
    types = List.copyOf(types);
    languages = List.copyOf(languages);
  }

  /**
   * How many questions the figures are about.
   *
   * @param answered that were given an answer, right or wrong
   */
  public record Counts(int questions, int answerable, int unanswerable, int answered) {}

  /** Means of exact match and F1. */
  public record Score(@Nullable Double exact, @Nullable Double f1) {}

  /**
   * Whether a reference answer stands in the first passages, over the answerable questions.
   *
   * @param reciprocalRank mean of 1 / rank, 0 where none of the passages holds it
   */
  public record Retrieved(
      @Nullable Double at1,
      @Nullable Double at5,
      @Nullable Double at20,
      @Nullable Double reciprocalRank) {}

  /**
   * Whether confidence can be believed.
   *
   * @param calibrationError expected, over ten bins
   * @param auroc how well confidence tells right candidates from wrong ones
   * @param coverageAtAccuracy80 largest share of questions answered with at most a fifth wrong
   * @param reliability the bins that are not empty
   * @param riskCoverage coverage rising; at most 100 points
   */
  public record Trust(
      @Nullable Double calibrationError,
      @Nullable Double auroc,
      double coverageAtAccuracy80,
      List<Bin> reliability,
      List<RiskPoint> riskCoverage) {
    public Trust {
      reliability = List.copyOf(reliability);
      riskCoverage = List.copyOf(riskCoverage);
    }
  }

  /** Candidates of similar confidence: its mean, and the share of right ones. */
  public record Bin(double confidence, double accuracy, int count) {}

  /**
   * What answering from a confidence on would bring.
   *
   * @param coverage share of all questions that would be answered
   * @param risk share of wrong ones among those
   */
  public record RiskPoint(double coverage, double risk, double confidence) {}

  /** Milliseconds. */
  public record Latency(double p50, double p95, double p99) {}

  /**
   * The figures of some questions. The last three are null in evaluations of earlier versions.
   *
   * @param bestF1 of the best candidates to answerable questions, whatever their confidence
   * @param confidence mean of the best candidates'
   * @param latencyMs the median, in milliseconds
   */
  public record Group(
      String name,
      int questions,
      @Nullable Double exact,
      @Nullable Double f1,
      @Nullable Double recallAt20,
      @Nullable Double bestF1,
      @Nullable Double confidence,
      @Nullable Double latencyMs) {}

  /** The figures that two evaluations are compared by, under the names they have on the wire. */
  public Map<String, @Nullable Double> metrics() {
    Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
    metrics.put("exact", overall.exact());
    metrics.put("f1", overall.f1());
    metrics.put("hasAnswerExact", answerable.exact());
    metrics.put("hasAnswerF1", answerable.f1());
    metrics.put("noAnswerAccuracy", noAnswerAccuracy);
    metrics.put("bestExact", best.exact());
    metrics.put("bestF1", best.f1());
    metrics.put("recallAt1", retrieval.at1());
    metrics.put("recallAt5", retrieval.at5());
    metrics.put("recallAt20", retrieval.at20());
    metrics.put("mrr", retrieval.reciprocalRank());
    metrics.put("ece", trust.calibrationError());
    metrics.put("auroc", trust.auroc());
    metrics.put("coverageAtAccuracy80", trust.coverageAtAccuracy80());
    metrics.put("latencyP50", latency.p50());
    metrics.put("latencyP95", latency.p95());
    metrics.put("latencyP99", latency.p99());
    return metrics;
  }
}
