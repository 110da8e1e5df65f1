package io.passim.review;

import io.passim.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question that was answered badly.
 *
 * @param id the same for questions that are written alike
 * @param question as it was last searched for
 * @param resolved whether a decision stands
 * @param asked how often it was answered badly, at least 1
 * @param downRated how often an answer to it was rated down
 * @param collectionIds where it was asked; empty if it was asked everywhere
 * @param latest the last turn that went badly, as it may be shown now
 * @param comments what people said who rated it down, latest first
 * @param resolution null if nothing has been decided
 */
public record ReviewItem(
    String id,
    String question,
    boolean resolved,
    int asked,
    int downRated,
    Instant lastAskedAt,
    Set<String> collectionIds,
    Turn latest,
    List<Comment> comments,
    @Nullable Resolution resolution) {
  public ReviewItem {
    collectionIds = Set.copyOf(collectionIds);
    comments = List.copyOf(comments);
  }

  /**
   * What a person said of an answer.
   *
   * @param expected what the person would have expected
   */
  public record Comment(@Nullable String reason, @Nullable String expected, Instant givenAt) {}

  /**
   * What was decided.
   *
   * @param curatedId the answer that was pinned; it may have been unpinned since
   */
  public record Resolution(
      Kind kind, @Nullable String note, @Nullable String curatedId, Instant resolvedAt) {}

  /** What can be decided. */
  public enum Kind {
    CURATED,
    GAP,
    CASE,
    DISMISSED
  }
}
