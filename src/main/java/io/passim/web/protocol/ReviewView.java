package io.passim.web.protocol;

import io.passim.web.protocol.AnswerView.AlternativeView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that was answered badly. All keys are always present.
 *
 * @param status "open" or "resolved"
 * @param asked how often it was answered badly, at least 1
 * @param downRated how often an answer to it was rated down
 * @param collectionIds where it was asked; empty if it was asked everywhere
 * @param answerId the last answer that was bad
 * @param outcome of that answer: "unsure", "not_found", "answered" or "curated"
 * @param reason why nothing was found, as in an answer
 * @param candidate the best there was, null if there was nothing or its document is gone
 * @param comments what people said who rated it down, latest first
 */
public record ReviewView(
    String id,
    String question,
    String status,
    int asked,
    int downRated,
    Instant lastAskedAt,
    List<String> collectionIds,
    String answerId,
    String outcome,
    @Nullable String reason,
    @Nullable AlternativeView candidate,
    List<CommentView> comments,
    @Nullable ResolutionView resolution) {

  /** What a person said of an answer. */
  public record CommentView(@Nullable String reason, @Nullable String expected, Instant givenAt) {}

  /**
   * What was decided.
   *
   * @param kind "curated", "gap", "case" or "dismissed"
   */
  public record ResolutionView(
      String kind, @Nullable String note, @Nullable String curatedId, Instant resolvedAt) {}

  /**
   * A part of the queue.
   *
   * @param next cursor of the next part, null if there is none
   */
  public record ReviewPageView(List<ReviewView> items, @Nullable String next) {}
}
