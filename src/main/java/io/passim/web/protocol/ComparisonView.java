package io.passim.web.protocol;

import io.passim.web.protocol.AnswerView.ProvenanceView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two evaluations side by side.
 *
 * @param here id of the first
 * @param there id of the second
 * @param better common questions with a higher F1 here, the largest difference first
 * @param worse those with a lower one, likewise
 */
public record ComparisonView(
    String here,
    String there,
    ProvenancesView provenance,
    EvaluationsView evaluations,
    CommonView questions,
    List<DifferenceView> metrics,
    List<ChangedView> better,
    List<ChangedView> worse) {

  /** What both were made with. */
  public record ProvenancesView(@Nullable ProvenanceView here, @Nullable ProvenanceView there) {}

  /** Both in full. */
  public record EvaluationsView(EvaluationView here, EvaluationView there) {}

  /**
   * How many questions both have.
   *
   * @param same common ones whose F1 does not differ
   */
  public record CommonView(int common, int onlyHere, int onlyThere, int same) {}

  /**
   * A figure of both.
   *
   * @param difference here minus there
   * @param pValue of a two-sided paired test over the common questions; null where the figure is no
   *     mean over questions
   */
  public record DifferenceView(
      String metric,
      @Nullable Double here,
      @Nullable Double there,
      @Nullable Double difference,
      @Nullable Double pValue) {}

  /** A question that came out differently. */
  public record ChangedView(
      String id, String question, List<String> expected, SideView here, SideView there) {}

  /**
   * What came of it in one of the two.
   *
   * @param documentDeleted whether the words are gone with their document
   */
  public record SideView(
      String predicted,
      double f1,
      @Nullable Double confidence,
      @Nullable String cause,
      boolean documentDeleted) {}
}
