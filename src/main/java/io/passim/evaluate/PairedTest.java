package io.passim.evaluate;

import static java.util.Map.entry;

import io.passim.evaluate.EvaluationComparison.Pair;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How likely chance alone makes two evaluations differ as much as they do, question by question.
 *
 * <p>A permutation test of the mean difference: if neither run is better, each question's
 * difference is as likely to have the other sign. All signs are tried where at most {@value #EXACT}
 * questions differ; for more, the sum of the differences is taken as normal, which for figures that
 * are right or wrong is McNemar's test. Pure: nothing is drawn. (Fisher, <i>The Design of
 * Experiments</i>, 1935; Smucker et al., <i>A Comparison of Statistical Significance Tests for
 * Information Retrieval Evaluation</i>, 2007.)
 */
final class PairedTest {
  private static final int EXACT = 16;

  /** What rounding makes of sums that are equal. */
  private static final double ROUNDING = 1e-9;

  /** The figures that are means over questions; of those without a value, the question is none. */
  private static final Map<String, ToDoubleFunction<QuestionOutcome>> METRICS =
      Map.ofEntries(
          entry("exact", outcome -> share(outcome.score().exact())),
          entry("f1", outcome -> outcome.score().f1()),
          entry("hasAnswerExact", answerable(outcome -> share(outcome.score().exact()))),
          entry("hasAnswerF1", answerable(outcome -> outcome.score().f1())),
          entry("noAnswerAccuracy", PairedTest::declined),
          entry("bestExact", answerable(outcome -> share(best(outcome).exact()))),
          entry("bestF1", answerable(outcome -> best(outcome).f1())),
          entry("recallAt1", answerable(outcome -> found(outcome, 1))),
          entry("recallAt5", answerable(outcome -> found(outcome, 5))),
          entry("recallAt20", answerable(outcome -> found(outcome, QuestionEvaluator.RETRIEVED))),
          entry("mrr", answerable(PairedTest::reciprocalRank)));

  private PairedTest() {}

  /**
   * The two-sided p-value, 0 to 1.
   *
   * @param pairs the questions that both have
   * @return null if the metric is no mean over questions, or none of them bears on it
   */
  static @Nullable Double pValue(String metric, List<Pair> pairs) {
    ToDoubleFunction<QuestionOutcome> value = METRICS.get(metric);
    if (value == null) {
      return null;
    }
    double[] differences =
        pairs.stream()
            .mapToDouble(
                pair -> value.applyAsDouble(pair.here()) - value.applyAsDouble(pair.there()))
            .filter(difference -> !Double.isNaN(difference))
            .toArray();
    return differences.length == 0 ? null : pValue(differences);
  }

  private static double pValue(double[] differences) {
    double[] changed = new double[differences.length];
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (double difference : differences) {
      if (difference != 0) {
        changed[count++] = difference;
        sum += difference;
        squares += difference * difference;
      }
    }
    double reached = Math.abs(sum) - ROUNDING;
    return count <= EXACT ? exact(changed, count, reached) : normal(reached / Math.sqrt(squares));
  }

  /** The share of all choices of signs whose sum is at least as far from 0. */
  private static double exact(double[] changed, int count, double reached) {
    int farther = 0;
    for (int signs = 0; signs < 1 << count; signs++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += (signs >> i & 1) == 0 ? changed[i] : -changed[i];
      }
      if (Math.abs(sum) >= reached) {
        farther++;
      }
    }
    return (double) farther / (1 << count);
  }

  /**
   * Both tails of the standard normal distribution beyond z, by formula 7.1.26 of Abramowitz and
   * Stegun; off by less than 2e-7.
   */
  private static double normal(double z) {
    double x = Math.max(z, 0) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return series * StrictMath.exp(-x * x);
  }

  private static ToDoubleFunction<QuestionOutcome> answerable(
      ToDoubleFunction<QuestionOutcome> value) {
    return outcome -> outcome.answerable() ? value.applyAsDouble(outcome) : Double.NaN;
  }

  /** By the score, which stays when the words of a deleted document are taken out. */
  private static double declined(QuestionOutcome outcome) {
    return outcome.answerable() ? Double.NaN : share(outcome.score().exact());
  }

  private static SquadScore best(QuestionOutcome outcome) {
    return outcome.best() == null ? new SquadScore(false, 0) : outcome.best().score();
  }

  private static double found(QuestionOutcome outcome, int among) {
    return share(outcome.rank() != null && outcome.rank() <= among);
  }

  private static double reciprocalRank(QuestionOutcome outcome) {
    return outcome.rank() == null ? 0 : 1.0 / outcome.rank();
  }

  private static double share(boolean yes) {
    return yes ? 1 : 0;
  }
}
