package io.passim.web.mapping;

import io.passim.answer.AnswerDetails.Provenance;
import io.passim.document.Problem;
import io.passim.evaluate.Evaluation;
import io.passim.evaluate.Evaluation.Encoding;
import io.passim.evaluate.EvaluationReport;
import io.passim.evaluate.EvaluationReport.Retrieved;
import io.passim.evaluate.EvaluationReport.Trust;
import io.passim.evaluate.QuestionOutcome;
import io.passim.web.protocol.AnswerView.ProvenanceView;
import io.passim.web.protocol.DocumentView.ReasonView;
import io.passim.web.protocol.EvaluationView;
import io.passim.web.protocol.EvaluationView.LanguageView;
import io.passim.web.protocol.EvaluationView.LatencyView;
import io.passim.web.protocol.EvaluationView.MetricsView;
import io.passim.web.protocol.EvaluationView.ReliabilityView;
import io.passim.web.protocol.EvaluationView.RiskView;
import io.passim.web.protocol.EvaluationView.TypeView;
import io.passim.web.protocol.QuestionResultView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluations for the wire. */
public final class EvaluationViews {
  private EvaluationViews() {}

  public static EvaluationView of(Evaluation evaluation) {
    EvaluationReport report = evaluation.report();
    Problem problem = evaluation.problem();
    Duration left = evaluation.timeLeft();
    Encoding encoding = evaluation.encoding();
    return new EvaluationView(
        evaluation.id(),
        evaluation.name(),
        name(evaluation.status()),
        problem == null ? null : new ReasonView(problem.code(), problem.detail()),
        evaluation.collectionIds(),
        evaluation.reader(),
        evaluation.datasetSha256(),
        evaluation.questions(),
        evaluation.asked(),
        evaluation.stage().map(EvaluationViews::name).orElse(null),
        encoding == null ? null : encoding.passages(),
        encoding == null ? null : encoding.encoded(),
        evaluation.progress(),
        left == null ? null : left.toSeconds(),
        evaluation.createdAt(),
        evaluation.startedAt(),
        evaluation.finishedAt(),
        provenance(evaluation.provenance()),
        report == null ? null : metrics(report),
        report == null ? List.of() : reliability(report.trust()),
        report == null ? List.of() : riskCoverage(report.trust()),
        report == null ? List.of() : types(report),
        report == null ? List.of() : languages(report),
        report == null ? null : misses(report));
  }

  /** The same without what a list has no room for. */
  public static EvaluationView brief(Evaluation evaluation) {
    EvaluationView full = of(evaluation);
    return new EvaluationView(
        full.id(),
        full.name(),
        full.status(),
        full.problem(),
        full.collectionIds(),
        full.reader(),
        full.datasetSha256(),
        full.questions(),
        full.asked(),
        full.stage(),
        full.passages(),
        full.encoded(),
        full.progress(),
        full.secondsLeft(),
        full.createdAt(),
        full.startedAt(),
        full.finishedAt(),
        full.provenance(),
        full.metrics(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        full.misses());
  }

  public static QuestionResultView of(QuestionOutcome outcome) {
    QuestionOutcome.Best best = outcome.best();
    return new QuestionResultView(
        outcome.id(),
        outcome.question(),
        name(outcome.type()),
        outcome.language(),
        outcome.expected(),
        outcome.predicted(),
        best == null || outcome.lostWords() ? null : best.text(),
        outcome.score().exact(),
        outcome.score().f1(),
        best == null ? null : best.score().f1(),
        best == null ? null : best.confidence(),
        outcome.rank(),
        outcome.cause() == null ? null : name(outcome.cause()),
        outcome.latencyMs(),
        outcome.lostWords());
  }

  /** What SQuAD's own scorer reads: the answer to each question, empty for an abstention. */
  public static Map<String, String> predictions(List<QuestionOutcome> outcomes) {
    Map<String, String> predictions = new LinkedHashMap<>();
    outcomes.forEach(outcome -> predictions.put(outcome.id(), outcome.predicted()));
    return predictions;
  }

  static @Nullable ProvenanceView provenance(@Nullable Provenance made) {
    return made == null ? null : AnswerViews.of(made);
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static MetricsView metrics(EvaluationReport report) {
    Trust trust = report.trust();
    return new MetricsView(
        report.counts().questions(),
        report.counts().answerable(),
        report.counts().unanswerable(),
        report.counts().answered(),
        report.overall().exact(),
        report.overall().f1(),
        report.answerable().exact(),
        report.answerable().f1(),
        report.noAnswerAccuracy(),
        report.best().exact(),
        report.best().f1(),
        recall(report.retrieval()),
        report.retrieval().reciprocalRank(),
        trust.calibrationError(),
        trust.auroc(),
        trust.coverageAtAccuracy80(),
        new LatencyView(report.latency().p50(), report.latency().p95(), report.latency().p99()));
  }

  private static Map<String, @Nullable Double> recall(Retrieved retrieved) {
    Map<String, @Nullable Double> recall = new LinkedHashMap<>();
    recall.put("1", retrieved.at1());
    recall.put("5", retrieved.at5());
    recall.put("20", retrieved.at20());
    return recall;
  }

  private static List<ReliabilityView> reliability(Trust trust) {
    return trust.reliability().stream()
        .map(bin -> new ReliabilityView(bin.confidence(), bin.accuracy(), bin.count()))
        .toList();
  }

  private static List<RiskView> riskCoverage(Trust trust) {
    return trust.riskCoverage().stream()
        .map(point -> new RiskView(point.coverage(), point.risk(), point.confidence()))
        .toList();
  }

  private static List<TypeView> types(EvaluationReport report) {
    return report.types().stream()
        .map(group ->
            new TypeView(
                group.name(),
                group.questions(),
                group.exact(),
                group.f1(),
                group.recallAt20(),
                group.bestF1(),
                group.confidence(),
                group.latencyMs()))
        .toList();
  }

  private static List<LanguageView> languages(EvaluationReport report) {
    return report.languages().stream()
        .map(group ->
            new LanguageView(
                group.name(),
                group.questions(),
                group.exact(),
                group.f1(),
                group.recallAt20(),
                group.bestF1(),
                group.confidence(),
                group.latencyMs()))
        .toList();
  }

  private static Map<String, Integer> misses(EvaluationReport report) {
    Map<String, Integer> misses = new LinkedHashMap<>();
    report.misses().forEach((cause, count) -> misses.put(name(cause), count));
    return misses;
  }
}
