package io.passim.web.protocol;

import io.passim.web.protocol.AnswerView.ProvenanceView;
import io.passim.web.protocol.DocumentView.ReasonView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation and its figures. Shares, scores and confidences lie between 0 and 1; null where no
 * question bears on a figure.
 *
 * @param status {@code queued}, {@code running}, {@code done}, {@code failed}, {@code cancelled} or
 *     {@code interrupted}
 * @param problem of a failed one, null else
 * @param collectionIds where the dataset is asked, null for its own contexts
 * @param reader that was asked for, null for the server's
 * @param datasetSha256 the same for the same dataset, null if it is not known
 * @param questions of the dataset
 * @param asked how many of them have been asked
 * @param stage {@code encoding} or {@code asking}, null unless it runs
 * @param passages of the dataset's own contexts, which are encoded first; null while unknown and
 *     unless it runs over them
 * @param encoded how many of them have been encoded, null likewise
 * @param progress share of the passages and questions that are dealt with
 * @param secondsLeft of the stage, null while unknown
 * @param provenance null before the first answer
 * @param metrics null until there are some
 * @param misses by cause; null until there are metrics
 */
public record EvaluationView(
    String id,
    String name,
    String status,
    @Nullable ReasonView problem,
    @Nullable List<String> collectionIds,
    @Nullable String reader,
    @Nullable String datasetSha256,
    int questions,
    int asked,
    @Nullable String stage,
    @Nullable Integer passages,
    @Nullable Integer encoded,
    double progress,
    @Nullable Long secondsLeft,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable ProvenanceView provenance,
    @Nullable MetricsView metrics,
    List<ReliabilityView> reliability,
    List<RiskView> riskCoverage,
    List<TypeView> types,
    List<LanguageView> languages,
    @Nullable Map<String, Integer> misses) {

  /** The figures. */
  public record MetricsView(
      int questions,
      int answerable,
      int unanswerable,
      int answered,
      @Nullable Double exact,
      @Nullable Double f1,
      @Nullable Double hasAnswerExact,
      @Nullable Double hasAnswerF1,
      @Nullable Double noAnswerAccuracy,
      @Nullable Double bestExact,
      @Nullable Double bestF1,
      Map<String, @Nullable Double> recallAt,
      @Nullable Double mrr,
      @Nullable Double ece,
      @Nullable Double auroc,
      double coverageAtAccuracy80,
      LatencyView latencyMs) {}

  /** Milliseconds. */
  public record LatencyView(double p50, double p95, double p99) {}

  /** Candidates of similar confidence. */
  public record ReliabilityView(double confidence, double accuracy, int count) {}

  /** What answering from a confidence on would bring. */
  public record RiskView(double coverage, double risk, double confidence) {}

  /**
   * The figures of the questions that ask for one thing.
   *
   * @param bestF1 of the best candidates, whatever their confidence
   * @param confidence mean of the best candidates'; this and the other two are null in evaluations
   *     of earlier versions
   * @param latencyMs the median
   */
  public record TypeView(
      String type,
      int questions,
      @Nullable Double exact,
      @Nullable Double f1,
      @Nullable Double recallAt20,
      @Nullable Double bestF1,
      @Nullable Double confidence,
      @Nullable Double latencyMs) {}

  /** The figures of the questions in one language, likewise. */
  public record LanguageView(
      String language,
      int questions,
      @Nullable Double exact,
      @Nullable Double f1,
      @Nullable Double recallAt20,
      @Nullable Double bestF1,
      @Nullable Double confidence,
      @Nullable Double latencyMs) {}
}
