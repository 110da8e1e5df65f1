package io.passim.rank;

import java.util.List;

/**
 * The answers in order of confidence.
 *
 * @param answers best first; empty if the reader found no span
 * @param threshold the confidence at or above which the best is given as the answer
 * @param disagreement whether different documents give different answers of similar strength
 */
public record Ranking(List<RankedAnswer> answers, double threshold, boolean disagreement) {
  public Ranking {
    answers = List.copyOf(answers);
  }
}
