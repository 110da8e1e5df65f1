package io.passim.index;

import java.util.List;
import java.util.stream.IntStream;

/** Says which candidates of a search are wanted, before their texts are loaded. */
@FunctionalInterface
public interface PassageSelection {
  /** Every candidate, in the order in which they were found. */
  PassageSelection ALL = candidates -> IntStream.range(0, candidates.size()).boxed().toList();

  /**
   * Selects.
   *
   * @param candidates those found by words, best first; then those found only by their vectors,
   *     nearest first
   * @return places in {@code candidates}, in the order in which they are wanted
   */
  List<Integer> select(List<PassageScore> candidates);
}
