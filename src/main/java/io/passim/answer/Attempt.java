package io.passim.answer;

import io.passim.question.StandaloneQuestion;
import io.passim.rank.Ranking;
import io.passim.read.Reading;
import io.passim.retrieve.Retrieval;

/** One standalone form of the question, taken through all stages. */
record Attempt(StandaloneQuestion question, Retrieval retrieval, Reading reading, Ranking ranking) {

  /** Of the best answer; 0 if there is none. */
  double confidence() {
    return ranking.answers().isEmpty() ? 0 : ranking.answers().getFirst().confidence();
  }

  boolean isAnswered() {
    return !ranking.answers().isEmpty() && confidence() >= ranking.threshold();
  }
}
