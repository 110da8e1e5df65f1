package io.passim.index;

import io.passim.document.Passage;
import java.util.List;

/**
 * A passage that matched.
 *
 * @param score BM25 score over title, heading and body, more than 0
 * @param terms what each word of the query gave of it, heaviest first
 */
public record PassageHit(
    IndexedDocument document, Passage passage, double score, List<TermWeight> terms) {
  public PassageHit {
    terms = List.copyOf(terms);
  }
}
