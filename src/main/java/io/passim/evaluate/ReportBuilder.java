package io.passim.evaluate;

import io.passim.evaluate.EvaluationReport.Counts;
import io.passim.evaluate.EvaluationReport.Group;
import io.passim.evaluate.EvaluationReport.Latency;
import io.passim.evaluate.EvaluationReport.Retrieved;
import io.passim.evaluate.EvaluationReport.Score;
import io.passim.question.QuestionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums up what came of questions. Pure. */
final class ReportBuilder {
  private ReportBuilder() {}

  /**
   * The figures of these questions.
   *
   * @param outcomes at least one
   */
  static EvaluationReport report(List<QuestionOutcome> outcomes) {
    List<QuestionOutcome> answerable =
        outcomes.stream().filter(QuestionOutcome::answerable).toList();
    List<QuestionOutcome> others =
        outcomes.stream().filter(outcome -> !outcome.answerable()).toList();
    int answered = (int) outcomes.stream().filter(QuestionOutcome::answered).count();
    return new EvaluationReport(
        new Counts(outcomes.size(), answerable.size(), others.size(), answered),
        score(outcomes, QuestionOutcome::score),
        score(answerable, QuestionOutcome::score),
        mean(others, outcome -> outcome.answered() ? 0 : 1),
        score(answerable, ReportBuilder::scoreOfBest),
        retrieved(answerable),
        TrustBuilder.trust(outcomes),
        latency(outcomes),
        types(outcomes),
        languages(outcomes),
        misses(outcomes));
  }

  private static SquadScore scoreOfBest(QuestionOutcome outcome) {
    return outcome.best() == null ? new SquadScore(false, 0) : outcome.best().score();
  }

  private static Score score(
      List<QuestionOutcome> outcomes, Function<QuestionOutcome, SquadScore> of) {
    return new Score(
        mean(outcomes, outcome -> of.apply(outcome).exact() ? 1 : 0),
        mean(outcomes, outcome -> of.apply(outcome).f1()));
  }

  private static Retrieved retrieved(List<QuestionOutcome> answerable) {
    return new Retrieved(
        recall(answerable, 1),
        recall(answerable, 5),
        recall(answerable, QuestionEvaluator.RETRIEVED),
        mean(answerable, outcome -> outcome.rank() == null ? 0 : 1.0 / outcome.rank()));
  }

  private static @Nullable Double recall(List<QuestionOutcome> answerable, int at) {
    return mean(answerable, outcome -> outcome.rank() != null && outcome.rank() <= at ? 1 : 0);
  }

  private static Latency latency(List<QuestionOutcome> outcomes) {
    double[] sorted = outcomes.stream().mapToDouble(QuestionOutcome::latencyMs).sorted().toArray();
    return new Latency(
        percentile(sorted, 0.50), percentile(sorted, 0.95), percentile(sorted, 0.99));
  }

  /** By nearest rank: a value that occurred. */
  private static double percentile(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private static List<Group> types(List<QuestionOutcome> outcomes) {
    Map<QuestionType, List<QuestionOutcome>> byType =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    QuestionOutcome::type,
                    () -> new EnumMap<>(QuestionType.class),
                    Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    byType.forEach((type, some) -> groups.add(group(type.name().toLowerCase(Locale.ROOT), some)));
    return groups;
  }

  private static List<Group> languages(List<QuestionOutcome> outcomes) {
    Map<String, List<QuestionOutcome>> byLanguage = new TreeMap<>(Comparator.naturalOrder());
    for (QuestionOutcome outcome : outcomes) {
      if (outcome.language() != null) {
        byLanguage.computeIfAbsent(outcome.language(), _ -> new ArrayList<>()).add(outcome);
      }
    }
    List<Group> groups = new ArrayList<>();
    byLanguage.forEach((language, some) -> groups.add(group(language, some)));
    return groups;
  }

  private static Group group(String name, List<QuestionOutcome> outcomes) {
    Score score = score(outcomes, QuestionOutcome::score);
    List<QuestionOutcome> answerable =
        outcomes.stream().filter(QuestionOutcome::answerable).toList();
    return new Group(
        name,
        outcomes.size(),
        score.exact(),
        score.f1(),
        recall(answerable, QuestionEvaluator.RETRIEVED),
        score(answerable, ReportBuilder::scoreOfBest).f1(),
        confidence(outcomes),
        latency(outcomes).p50());
  }

  private static @Nullable Double confidence(List<QuestionOutcome> outcomes) {
    List<QuestionOutcome.Best> candidates =
        outcomes.stream().map(QuestionOutcome::best).filter(Objects::nonNull).toList();
    return candidates.isEmpty()
        ? null
        : candidates.stream().mapToDouble(QuestionOutcome.Best::confidence).sum()
            / candidates.size();
  }

  private static Map<Cause, Integer> misses(List<QuestionOutcome> outcomes) {
    Map<Cause, Integer> misses = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      misses.put(cause, 0);
    }
    outcomes.stream()
        .map(QuestionOutcome::cause)
        .filter(Objects::nonNull)
        .forEach(cause -> misses.merge(cause, 1, Integer::sum));
    return misses;
  }

  private static @Nullable Double mean(
      List<QuestionOutcome> outcomes, ToDoubleFunction<QuestionOutcome> value) {
    return outcomes.isEmpty() ? null : outcomes.stream().mapToDouble(value).sum() / outcomes.size();
  }
}
