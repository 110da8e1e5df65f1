package io.passim.answer;

import io.passim.index.TermWeight;
import io.passim.question.FollowUp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the answer is what it is, with the names and values that the stages computed with.
 *
 * @param retrieval one entry per passage shown, in the same order
 * @param reading null if nothing was read
 * @param calibration null if there was no candidate
 */
public record Explanation(
    FollowUp followUp,
    List<PassageScore> retrieval,
    @Nullable ReadingScore reading,
    @Nullable Calibration calibration) {
  public Explanation {
    retrieval = List.copyOf(retrieval);
  }

  /**
   * Why a passage was retrieved.
   *
   * @param passage index into the answer's passages
   * @param rank from 1
   * @param score relative to the best, 0 to 1
   * @param lexical BM25
   * @param dense cosine similarity, null while there are no vectors
   * @param terms what each word of the question gave of the lexical score
   */
  public record PassageScore(
      int passage,
      int rank,
      double score,
      double lexical,
      @Nullable Double dense,
      List<TermWeight> terms) {}

  /**
   * What the reader saw in the best candidate.
   *
   * @param questionTokens how much the score falls when a word of the question is hidden; empty
   *     unless it was asked for, since it costs further readings
   */
  public record ReadingScore(
      int passagesRead,
      double startLogit,
      double endLogit,
      double nullLogit,
      List<TokenWeight> questionTokens) {}

  /** What a word of the question meant to the reader; negative if it spoke against the answer. */
  public record TokenWeight(String token, double weight) {}

  /** What the calibrator saw, and the confidence from which Passim answers. */
  public record Calibration(Map<String, Double> features, double threshold) {}
}
