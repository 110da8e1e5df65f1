package io.passim.curate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A curated answer as it comes from outside, not yet checked. Exactly one of {@code text} and
 * {@code citation} is to be there.
 *
 * @param text the administrator's own words
 * @param citation where the words stand in a document
 */
public record CuratedDraft(
    @Nullable String question,
    List<@Nullable String> paraphrases,
    List<@Nullable String> collectionIds,
    @Nullable String text,
    @Nullable CitationDraft citation) {
  public CuratedDraft {
    paraphrases = Collections.unmodifiableList(new ArrayList<>(paraphrases));
    collectionIds = Collections.unmodifiableList(new ArrayList<>(collectionIds));
  }

  /** The same answer to another question. */
  public CuratedDraft withQuestion(String other) {
    return new CuratedDraft(other, paraphrases, collectionIds, text, citation);
  }

  /**
   * A place in the stored text of a document.
   *
   * @param text the words that are meant, to be compared with those that stand there; null to take
   *     these as they are
   */
  public record CitationDraft(
      @Nullable String documentId,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String text) {}
}
