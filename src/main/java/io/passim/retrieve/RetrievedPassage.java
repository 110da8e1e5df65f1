package io.passim.retrieve;

import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.index.TermWeight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passage and why it was retrieved.
 *
 * @param rank position in the list, from 1
 * @param score what the list is sorted by, relative to the best passage: 0 to 1
 * @param lexical BM25 score, at least 0
 * @param dense cosine similarity of the vectors, null while the passage has none
 * @param terms what each word of the question gave of the lexical score, heaviest first
 */
public record RetrievedPassage(
    int rank,
    IndexedDocument document,
    Passage passage,
    double score,
    double lexical,
    @Nullable Double dense,
    List<TermWeight> terms) {
  public RetrievedPassage {
    terms = List.copyOf(terms);
  }
}
