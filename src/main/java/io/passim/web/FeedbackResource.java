package io.passim.web;

import io.passim.conversation.Conversations;
import io.passim.conversation.Feedback;
import io.passim.conversation.Feedback.Rating;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people think of answers. */
@Path("/api/v1/answers/{id}/feedback")
public class FeedbackResource {
  private final Conversations conversations;

  FeedbackResource(Conversations conversations) {
    this.conversations = conversations;
  }

  @PUT
  @RunOnVirtualThread
  public void put(@RestPath String id, @Nullable FeedbackBody body) {
    FeedbackBody given = Objects.requireNonNullElse(body, FeedbackBody.EMPTY);
    Rating rating =
        Rating.of(given.rating())
            .orElseThrow(() ->
                Problems.failure(
                    400, "Unknown rating", "unknown_rating", "The rating is up or down."));
    Feedback feedback = new Feedback(id, rating, given.reason(), given.expected());
    feedback
        .problem()
        .ifPresent(problem -> {
          throw Problems.failure(400, "Feedback too long", problem.code(), problem.detail());
        });
    if (!conversations.rate(feedback)) {
      throw Problems.notFound("answer", "answer_not_found");
    }
  }

  /**
   * A rating.
   *
   * @param rating {@code up} or {@code down}
   * @param reason at most 2000 characters
   * @param expected what the person would have expected, at most 2000 characters
   */
  public record FeedbackBody(
      @Nullable String rating, @Nullable String reason, @Nullable String expected) {
    static final FeedbackBody EMPTY = new FeedbackBody(null, null, null);
  }
}
