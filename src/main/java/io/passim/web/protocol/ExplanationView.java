package io.passim.web.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why an answer is what it is. */
public record ExplanationView(
    FollowUpView followUp,
    List<RetrievalView> retrieval,
    @Nullable ReadingView reading,
    @Nullable CalibrationView calibration) {

  /** How the question was understood in its conversation. */
  public record FollowUpView(boolean detected, List<String> carried, List<String> candidates) {}

  /**
   * Why a passage was retrieved.
   *
   * @param passage index into the answer's passages
   */
  public record RetrievalView(
      int passage,
      int rank,
      double score,
      double lexical,
      @Nullable Double dense,
      List<TermView> terms) {}

  /** What a word of the question was worth in the lexical score. */
  public record TermView(String term, double weight) {}

  /** What the reader saw in the best candidate. */
  public record ReadingView(
      int passagesRead,
      double startLogit,
      double endLogit,
      double nullLogit,
      List<TokenView> questionTokens) {}

  /** What a word of the question meant to the reader. */
  public record TokenView(String token, double weight) {}

  /** What the calibrator saw. */
  public record CalibrationView(Map<String, Double> features, double threshold) {}
}
