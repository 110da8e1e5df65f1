package io.passim.index;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits as they were selected
 * @param candidates the scores of all candidates, selected or not
 * @param generation of the very state of the index that was searched
 */
public record PassageHits(List<PassageHit> hits, List<PassageScore> candidates, long generation) {
  public PassageHits {
    hits = List.copyOf(hits);
    candidates = List.copyOf(candidates);
  }
}
