package io.passim.web;

import io.passim.answer.AnswerMonitor;
import io.passim.answer.ExplanationDetail;
import io.passim.conversation.AskRequest;
import io.passim.conversation.Conversations;
import io.passim.conversation.Conversations.AskedTurn;
import io.passim.web.mapping.AnswerViews;
import io.passim.web.mapping.Scopes;
import io.passim.web.protocol.AnswerView;
import io.passim.web.protocol.FiltersBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks a question and waits for the answer. A client that goes away stops the reader. */
@Path("/api/v1/ask")
public class AskResource {
  private final Conversations conversations;

  AskResource(Conversations conversations) {
    this.conversations = conversations;
  }

  @POST
  @RunOnVirtualThread
  public AnswerView ask(@Nullable AskBody body, HttpServerRequest connection) {
    AskBody asked = Objects.requireNonNullElse(body, AskBody.EMPTY);
    AskedTurn turn =
        conversations
            .accept(
                new AskRequest(
                    UUID.randomUUID().toString(),
                    asked.conversationId(),
                    Objects.requireNonNullElse(asked.question(), ""),
                    Scopes.of(asked.collectionIds(), asked.filters()),
                    Boolean.TRUE.equals(asked.standalone()),
                    Boolean.TRUE.equals(asked.explain())
                        ? ExplanationDetail.SCORES_AND_TOKENS
                        : ExplanationDetail.NONE))
            .answer(new Waiting(connection));
    return AnswerViews.of(turn.conversationId(), turn.turn());
  }

  /**
   * A question.
   *
   * @param collectionIds where to look; everywhere if absent, refused if empty
   * @param conversationId the conversation it belongs to; a new one if absent
   * @param explain true for an explanation with what each word of the question meant
   * @param language taken for the sake of clients that send it; the language of passages decides
   * @param standalone true if the conversation must not change the question
   * @param filters which documents; all if absent
   */
  public record AskBody(
      @Nullable String question,
      @Nullable List<@Nullable String> collectionIds,
      @Nullable String conversationId,
      @Nullable Boolean explain,
      @Nullable String language,
      @Nullable Boolean standalone,
      @Nullable FiltersBody filters) {
    static final AskBody EMPTY = new AskBody(null, null, null, null, null, null, null);
  }

  /** Waits as long as the client's connection is open. */
  private record Waiting(HttpServerRequest request) implements AnswerMonitor {
    @Override
    public void progress(Stage stage, int done, int total, @Nullable String standaloneQuestion) {}

    @Override
    public boolean cancelled() {
      return request.response().closed();
    }
  }
}
