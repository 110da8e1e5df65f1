package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Passage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return putAll(
        List.of(new PassageReplacement(new IndexedPassages(document, passages), Set.of())));
  }

  /**
   * Replaces all passages of some documents, and removes those of others, one after the other but
   * in one step. Costs little more for several than for one.
   *
   * @return the new generation
   */
  long putAll(List<PassageReplacement> replacements);

  /**
   * Gives the passages of a document their vectors in one step.
   *
   * @param passages as the index holds them
   * @param encoder says where the vectors come from, at most 64 letters and digits
   * @param vectors one for each passage, of length 1
   * @return the new generation
   */
  long putVectors(IndexedPassages passages, String encoder, List<float[]> vectors);

  /** A document with passages that have no vectors of this encoder, none of {@code except}. */
  Optional<IndexedPassages> withoutVectors(String encoder, Set<DocumentId> except);

  /** Number of passages that have no vectors of this encoder. */
  int countWithoutVectors(String encoder);

  /** What is held of a document; empty if it has no passages. */
  Optional<IndexedPassages> find(DocumentId id);

  /** Removes a document's passages; a document that is not there is no error. */
  default long delete(DocumentId id) {
    return delete(Set.of(id));
  }

  /** Removes the passages of documents in one step and returns the new generation. */
  long delete(Set<DocumentId> ids);

  /**
   * As many candidates as the query asks for by words, and as many by vectors; equal scores in a
   * fixed order. Empty if nothing matches.
   *
   * @param selection which of them are hits
   */
  PassageHits search(PassageQuery query, PassageSelection selection);

  /** All candidates. */
  default PassageHits search(PassageQuery query) {
    return search(query, PassageSelection.ALL);
  }

  /**
   * How much words of a question tell the passages within the scope apart: the inverse document
   * frequency of each, 0 for one that is in none of them or that a search for the question leaves
   * out. What lies outside the scope has no part in it.
   */
  Map<String, Double> inverseDocumentFrequencies(
      String question, Collection<String> words, DocumentScope scope);

  /** Whether a document has passages within the scope. */
  boolean holds(DocumentId id, DocumentScope scope);

  /** Number of passages within the scope. */
  int passages(DocumentScope scope);

  /** What keeping statistics for searches spares; nothing where they are not kept. */
  default StatisticsLookups statisticsLookups() {
    return StatisticsLookups.NONE;
  }

  /** Every document with at least one passage. */
  Set<DocumentId> documents();

  /**
   * The state that the next search meets, if nothing changes it before. Rises with every change,
   * also across a rebuild; the same generation gives the same hits.
   */
  long generation();
}
