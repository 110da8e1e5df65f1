package io.passim.conversation;

import io.passim.answer.AnswerMonitor;
import java.util.List;
import java.util.Optional;

/** Every conversation. Any thread may call any method. */
public interface Conversations {
  /** The newest first, without their turns. */
  List<Conversation> list();

  Optional<Conversation> find(String id);

  /** Deletes a conversation for good; false if there is none. */
  boolean delete(String id);

  /**
   * Answers a question within its conversation and stores the turn. Blocks; whoever follows the
   * conversation sees the same progress as {@code monitor}.
   *
   * @throws InvalidQuestionException if it cannot be asked
   * @throws java.util.concurrent.CancellationException if it was stopped
   * @throws io.passim.inference.OverloadedException if the readers' queue is full
   */
  AskedTurn ask(AskRequest request, AnswerMonitor monitor);

  /** Stops a question; one that is not running is left alone. */
  void stop(String conversationId, String askId);

  /**
   * Follows a conversation, which is begun if the id is not known.
   *
   * @param id empty to begin one
   * @param lastSeq the last event that was seen; what came later is told first. Empty to take the
   *     conversation as it stands.
   */
  Following follow(Optional<String> id, Optional<Long> lastSeq);

  /** Stores what a person thought of an answer; false if there is no such answer. */
  boolean rate(Feedback feedback);

  /**
   * A turn and its conversation.
   *
   * @param conversationId where it was asked; new if none was given
   */
  record AskedTurn(String conversationId, Turn turn) {}
}
