package io.passim.rank;

import io.passim.question.StandaloneQuestion;
import io.passim.read.Reading;

/** Orders and calibrates candidate answers. Pure: the same input gives the same ranking. */
public interface AnswerRanker {
  Ranking rank(StandaloneQuestion question, Reading reading);

  /**
   * What the ranking depends on beside its input, for the record of what an answer was made with.
   */
  String fingerprint();
}
