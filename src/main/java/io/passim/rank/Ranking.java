package io.passim.rank;

import io.passim.document.DocumentId;
import io.passim.document.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answers in order of confidence.
 *
 * @param answers best first; empty if the reader found no span
 * @param threshold the confidence at or above which the best is given as the answer
 * @param disagreeing those of other documents that contradict the best and are of similar strength
 * @param items where several answers stand together with the best one, null if there is but one
 */
public record Ranking(
    List<RankedAnswer> answers,
    double threshold,
    Set<RankedAnswer> disagreeing,
    @Nullable Items items) {
  public Ranking {
    answers = List.copyOf(answers);
    disagreeing = Set.copyOf(disagreeing);
  }

  /** Answers that nothing contradicts, each for itself. */
  public Ranking(List<RankedAnswer> answers, double threshold) {
    this(answers, threshold, Set.of(), null);
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
    return items != null && items.hold(answer.best());
  }

  /**
   * The same, with all items of a list that goes on beyond the best answer's passage.
   *
   * @param documents all passages of a document, in order; asked only if the items are a list
   * @param cancelled whether nobody waits any more
   * @throws CancellationException if so
   */
  public Ranking withWholeList(
      Function<DocumentId, List<Passage>> documents, BooleanSupplier cancelled) {
    return items == null
        ? this
        : new Ranking(answers, threshold, disagreeing, WholeList.of(items, documents, cancelled));
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
