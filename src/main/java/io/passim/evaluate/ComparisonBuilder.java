package io.passim.evaluate;

import io.passim.evaluate.EvaluationComparison.Difference;
import io.passim.evaluate.EvaluationComparison.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts two evaluations side by side. Pure. */
final class ComparisonBuilder {
  private ComparisonBuilder() {}

  /** An evaluation that is done, and what came of its questions. */
  record Measured(Evaluation evaluation, EvaluationReport report, List<QuestionOutcome> outcomes) {}

  static EvaluationComparison compare(Measured here, Measured there) {
    Map<String, QuestionOutcome> others = new HashMap<>();
    there.outcomes().forEach(outcome -> others.put(outcome.id(), outcome));
    List<Pair> pairs = new ArrayList<>();
    for (QuestionOutcome outcome : here.outcomes()) {
      QuestionOutcome other = others.get(outcome.id());
      if (other != null) {
        pairs.add(new Pair(outcome, other));
      }
    }
    Comparator<Pair> byGain = Comparator.comparingDouble(Pair::gain);
    List<Pair> better =
        pairs.stream().filter(pair -> pair.gain() > 0).sorted(byGain.reversed()).toList();
    List<Pair> worse = pairs.stream().filter(pair -> pair.gain() < 0).sorted(byGain).toList();
    return new EvaluationComparison(
        here.evaluation(),
        there.evaluation(),
        pairs.size(),
        here.outcomes().size() - pairs.size(),
        there.outcomes().size() - pairs.size(),
        pairs.size() - better.size() - worse.size(),
        differences(here.report().metrics(), there.report().metrics(), pairs),
        better,
        worse);
  }

  private static List<Difference> differences(
      Map<String, @Nullable Double> here, Map<String, @Nullable Double> there, List<Pair> pairs) {
    List<Difference> differences = new ArrayList<>();
    here.forEach((metric, value) -> {
      Double other = there.get(metric);
      Double difference = value == null || other == null ? null : value - other;
      Double pValue = difference == null ? null : PairedTest.pValue(metric, pairs);
      differences.add(new Difference(metric, value, other, difference, pValue));
    });
    return differences;
  }
}
