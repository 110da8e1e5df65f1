package io.passim.rank;

import io.passim.document.CharSpan;
import java.util.List;
import java.util.Set;

/**
 * The answers in order of confidence.
 *
 * @param answers best first; empty if the reader found no span
 * @param threshold the confidence at or above which the best is given as the answer
 * @param disagreeing those of other documents that contradict the best and are of similar strength
 * @param items where several answers stand together in the best one's passage, in its order; empty
 *     if there is but one
 */
public record Ranking(
    List<RankedAnswer> answers,
    double threshold,
    Set<RankedAnswer> disagreeing,
    List<CharSpan> items) {
  public Ranking {
    answers = List.copyOf(answers);
    disagreeing = Set.copyOf(disagreeing);
    items = List.copyOf(items);
  }

  /** Answers that nothing contradicts, each for itself. */
  public Ranking(List<RankedAnswer> answers, double threshold) {
    this(answers, threshold, Set.of(), List.of());
  }

  /** Whether different documents give different answers of similar strength. */
  public boolean disagreement() {
    return !disagreeing.isEmpty();
  }

  /** The same ranking with another threshold. */
  public Ranking withThreshold(double other) {
    return new Ranking(answers, other, disagreeing, items);
  }
}
