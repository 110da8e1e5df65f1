package io.passim.index;

import io.passim.document.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passage that matched.
 *
 * @param lexical BM25 score over title, heading and body, at least 0
 * @param similarity cosine of its vector and the question's, -1 to 1; null if either has none
 * @param terms what each word of the query gave of the lexical score, heaviest first
 */
public record PassageHit(
    IndexedDocument document,
    Passage passage,
    double lexical,
    @Nullable Double similarity,
    List<TermWeight> terms) {
  public PassageHit {
    terms = List.copyOf(terms);
  }
}
