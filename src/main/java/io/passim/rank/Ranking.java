package io.passim.rank;

import io.passim.document.CharSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

  /** The answers without those that the items already show; the best stays. */
  public Ranking withItemsOnce() {
    List<RankedAnswer> others =
        IntStream.range(0, answers.size())
            .filter(at -> at == 0 || !isAmongItems(answers.get(at)))
            .mapToObj(answers::get)
            .toList();
    return new Ranking(others, threshold, disagreeing, items);
  }

  private boolean isAmongItems(RankedAnswer answer) {
    return answer.best().passage().passage().equals(answers.getFirst().best().passage().passage())
        && items.stream().anyMatch(item -> item.overlaps(answer.best().span()));
  }

  /**
   * The first of the answers. If none of them contradicts the best although one does, the best such
   * comes last among them.
   *
   * @param limit most answers to give, at least 1
   */
  public List<RankedAnswer> first(int limit) {
    List<RankedAnswer> first = new ArrayList<>(answers.subList(0, Math.min(limit, answers.size())));
    if (first.size() > 1 && Collections.disjoint(first, disagreeing)) {
      answers.stream()
          .filter(disagreeing::contains)
          .findFirst()
          .ifPresent(contradiction -> first.set(first.size() - 1, contradiction));
    }
    return first;
  }

  /** The same ranking with another threshold. */
  public Ranking withThreshold(double other) {
    return new Ranking(answers, other, disagreeing, items);
  }
}
