package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Passage;
import java.util.List;
import java.util.Set;

/**
 * The searchable passages of all collections.
 *
 * <p>Safe for use by many threads. A write is on stable storage and visible to the next search when
 * it returns. Reading or writing that fails for want of disk or access throws {@link
 * java.io.UncheckedIOException} and leaves the last committed state in force.
 */
public interface PassageIndex {
  /** Replaces all passages of a document in one step and returns the new generation. */
  default long put(IndexedDocument document, List<Passage> passages) {
    return put(document, passages, Set.of());
  }

  /** Replaces all passages of a document, and removes those of others, in one step. */
  long put(IndexedDocument document, List<Passage> passages, Set<DocumentId> superseded);

  /** Removes a document's passages; a document that is not there is no error. */
  long delete(DocumentId id);

  /** Best hits first; equal scores in a fixed order. Empty if nothing matches. */
  PassageHits search(PassageQuery query);

  /**
   * How much a word tells passages apart: its inverse document frequency, 0 for a word that is in
   * no passage or is a stop word in every language.
   */
  double inverseDocumentFrequency(String word);

  /** Number of passages within the scope. */
  int passages(DocumentScope scope);

  /** Every document with at least one passage. */
  Set<DocumentId> documents();

  /**
   * The state that the next search meets, if nothing changes it before. Rises with every change,
   * also across a rebuild; the same generation gives the same hits.
   */
  long generation();
}
