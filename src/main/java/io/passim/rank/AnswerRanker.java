package io.passim.rank;

import io.passim.question.StandaloneQuestion;
import io.passim.read.Reading;

/** Orders and calibrates candidate answers. Pure: the same input gives the same ranking. */
public interface AnswerRanker {
  Ranking rank(StandaloneQuestion question, Reading reading);

  /**
   * Confidence from which the best is given as the answer, where its collection has no own: 0 to 1.
   */
  double threshold();

  /**
   * What the ranking depends on beside its input, for the record of what an answer was made with.
   */
  String fingerprint();

  /** What the confidences depend on beside the input, whatever the threshold is. */
  String scale();
}
