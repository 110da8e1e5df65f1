package io.passim.conversation;

import io.passim.answer.ExplanationDetail;
import io.passim.document.DocumentScope;
import org.jspecify.annotations.Nullable;

/**
 * A question as it comes from outside, not yet checked.
 *
 * @param askId the client's own id of the question; the same id twice is one question
 * @param conversationId null to begin a conversation
 * @param scope where to look; its collections need not exist
 * @param standalone true if the conversation must not change the question
 */
public record AskRequest(
    String askId,
    @Nullable String conversationId,
    String question,
    DocumentScope scope,
    boolean standalone,
    ExplanationDetail explain) {}
