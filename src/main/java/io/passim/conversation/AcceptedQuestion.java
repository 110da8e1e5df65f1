package io.passim.conversation;

import io.passim.answer.AnswerMonitor;

/** A question that has been checked and counts as running: it can be stopped from now on. */
public interface AcceptedQuestion {
  /**
   * Answers the question within its conversation and stores the turn. Blocks; call it once. Whoever
   * follows the conversation is told how it ends, a failure too.
   *
   * @throws java.util.concurrent.CancellationException if it was stopped
   * @throws io.passim.inference.OverloadedException if too many questions wait for the reader or
   *     the encoder, or the server is shutting down
   */
  Conversations.AskedTurn answer(AnswerMonitor monitor);
}
