package io.passim.index;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits as they were selected
 * @param bestLexical the highest lexical score of all candidates, selected or not; 0 if there are
 *     none
 * @param generation of the very state of the index that was searched
 */
public record PassageHits(List<PassageHit> hits, double bestLexical, long generation) {
  public PassageHits {
    hits = List.copyOf(hits);
  }
}
