package io.passim.curate;

import io.passim.document.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pinned answer and how it stands now.
 *
 * @param revision counts its versions, from 1
 * @param paraphrases other ways to ask the question
 * @param collectionIds whose askers are given it; empty for all
 * @param text the words; null once the document they were quoted from is deleted
 * @param quote where the words stand, null if they are the administrator's own
 */
public record CuratedAnswer(
    String id,
    int revision,
    String question,
    List<String> paraphrases,
    Set<String> collectionIds,
    @Nullable String text,
    @Nullable Quote quote,
    Standing standing,
    Instant createdAt,
    Instant updatedAt) {
  public CuratedAnswer {
    paraphrases = List.copyOf(paraphrases);
    collectionIds = Set.copyOf(collectionIds);
  }

  /**
   * Whether the answer can be given.
   *
   * @param filename of the cited document, null if there is none
   * @param title of the cited document, null if there is none
   * @param supersededBy the version in force if there is a newer one
   */
  public record Standing(
      State state,
      @Nullable String filename,
      @Nullable String title,
      @Nullable DocumentId supersededBy) {}

  /** Why an answer is given or not. */
  public enum State {
    /** It is given. */
    CURRENT,
    /** A newer version of the document is in force. */
    SUPERSEDED,
    /** The document has been deleted. */
    DELETED,
    /** The words do not stand at their place any more, or the document cannot be found. */
    CHANGED,
    /** None of its collections is there any more. */
    NO_COLLECTION
  }
}
