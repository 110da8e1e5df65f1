package io.passim.index;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits those found by words, best first; then those found only by their vectors, nearest
 *     first
 * @param generation of the very state of the index that was searched
 */
public record PassageHits(List<PassageHit> hits, long generation) {
  public PassageHits {
    hits = List.copyOf(hits);
  }
}
