package io.passim.web.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A curated answer. All keys are always present.
 *
 * @param revision counts its versions, from 1
 * @param collectionIds whose askers are given it; empty for all
 * @param text the words; null once the document they were quoted from is deleted
 * @param citation where the words stand, null if they are the administrator's own
 * @param state "current", "superseded", "deleted", "changed" or "no_collection"
 * @param stale whether it is not given: its state is not "current"
 */
public record CuratedView(
    String id,
    int revision,
    String question,
    List<String> paraphrases,
    List<String> collectionIds,
    @Nullable String text,
    @Nullable PlaceView citation,
    String state,
    boolean stale,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A place in a document.
   *
   * @param filename null once the document is deleted
   * @param title null once the document is deleted
   * @param supersededBy the version in force if there is a newer one
   */
  public record PlaceView(
      String documentId,
      @Nullable String filename,
      @Nullable String title,
      int start,
      int end,
      String link,
      @Nullable String supersededBy) {}
}
