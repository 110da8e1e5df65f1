package io.passim.store;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers that administrators have pinned. Any thread may call any method; each is one
 * transaction, and what has returned is durable.
 */
public interface CuratedRecords {
  /** All of them, oldest first. */
  List<CuratedRow> list();

  Optional<CuratedRow> find(String id);

  /** Number of pinned answers. */
  int count();

  /**
   * Adds an answer.
   *
   * @return false, and nothing has changed, if another answer has one of its keys in one of its
   *     collections
   */
  boolean insert(CuratedRow row);

  /**
   * Replaces an answer, all but {@link CuratedRow#createdAt}.
   *
   * @return what came of it; nothing has changed unless it is {@link Replacement#REPLACED}
   */
  Replacement replace(CuratedRow row);

  /** Removes an answer; false if there is none. */
  boolean delete(String id);

  /** What came of a replacement. */
  enum Replacement {
    REPLACED,
    /** There is no answer of that id, or not with the revision before this one. */
    NOT_THERE,
    /** Another answer has one of its keys in one of its collections. */
    TAKEN
  }

  /**
   * A pinned answer.
   *
   * @param revision counts its versions, from 1
   * @param phrases the question, then its paraphrases; at least one
   * @param keys what tells questions apart, of {@code phrases}
   * @param collectionIds whose askers are given it; empty for all
   * @param citation where {@code text} stands, null if it is the administrator's own
   */
  record CuratedRow(
      String id,
      int revision,
      List<String> phrases,
      Set<String> keys,
      Set<String> collectionIds,
      String text,
      @Nullable CitationRow citation,
      Instant createdAt,
      Instant updatedAt) {
    public CuratedRow {
      phrases = List.copyOf(phrases);
      keys = Set.copyOf(keys);
      collectionIds = Set.copyOf(collectionIds);
    }
  }

  /** A place in a document. */
  record CitationRow(DocumentId documentId, CharSpan span) {}
}
