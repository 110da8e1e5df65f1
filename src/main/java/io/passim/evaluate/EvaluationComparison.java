package io.passim.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two evaluations side by side, by the questions that have the same id.
 *
 * @param same common questions whose F1 does not differ
 * @param better common questions with a higher F1 here, the largest difference first
 * @param worse those with a lower one, likewise
 */
public record EvaluationComparison(
    Evaluation here,
    Evaluation there,
    int common,
    int onlyHere,
    int onlyThere,
    int same,
    List<Difference> differences,
    List<Pair> better,
    List<Pair> worse) {
  public EvaluationComparison {
    differences = List.copyOf(differences);
    better = List.copyOf(better);
    worse = List.copyOf(worse);
  }

  /**
   * A figure of both.
   *
   * @param difference here minus there; null unless both have it
   * @param pValue how likely chance alone makes the common questions differ as much, 0 to 1; null
   *     where the figure is no mean over questions
   */
  public record Difference(
      String metric,
      @Nullable Double here,
      @Nullable Double there,
      @Nullable Double difference,
      @Nullable Double pValue) {}

  /** What came of one question in both. */
  public record Pair(QuestionOutcome here, QuestionOutcome there) {
    /** F1 here minus F1 there. */
    double gain() {
      return here.score().f1() - there.score().f1();
    }
  }
}
