package io.passim.web.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to be pinned; either with {@code text} or with {@code citation}.
 *
 * @param paraphrases other ways to ask the question; none if absent
 * @param collectionIds whose askers are given it; all if absent or empty
 * @param text the administrator's own words
 * @param revision which one is to be replaced; whichever there is if absent
 */
public record CuratedBody(
    @Nullable String question,
    @Nullable List<@Nullable String> paraphrases,
    @Nullable List<@Nullable String> collectionIds,
    @Nullable String text,
    @Nullable CitationBody citation,
    @Nullable Integer revision) {
  /** What an absent body stands for. */
  public static final CuratedBody EMPTY = new CuratedBody(null, null, null, null, null, null);

  /**
   * Where the words stand in a document.
   *
   * @param text the words that are meant, if they are to be compared
   */
  public record CitationBody(
      @Nullable String documentId,
      @Nullable Integer start,
      @Nullable Integer end,
      @Nullable String text) {}
}
