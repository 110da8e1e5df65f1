package io.passim.conversation;

import io.passim.answer.ExplanationDetail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it comes from outside, not yet checked.
 *
 * @param askId the client's own id of the question; the same id twice is one question
 * @param conversationId null to begin a conversation
 * @param collectionIds where to look; empty for everywhere
 * @param standalone true if the conversation must not change the question
 */
public record AskRequest(
    String askId,
    @Nullable String conversationId,
    String question,
    List<@Nullable String> collectionIds,
    boolean standalone,
    ExplanationDetail explain) {
  public AskRequest {
    collectionIds = Collections.unmodifiableList(new ArrayList<>(collectionIds));
  }
}
