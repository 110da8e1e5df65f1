package io.passim.conversation;

import java.util.List;
import java.util.Optional;

/** Every conversation. Any thread may call any method. */
public interface Conversations {
  /**
   * The newest first, at most 200, without their turns; a conversation is there with its first
   * answer.
   *
   * @param before the one that the last ones ended with; empty for the newest
   * @throws ConversationNotFoundException if that one is not there (any more)
   */
  List<Conversation> list(Optional<String> before);

  Optional<Conversation> find(String id);

  /** Deletes a conversation for good; false if there is none. */
  boolean delete(String id);

  /**
   * Takes a question in. It counts as running when this returns.
   *
   * @throws InvalidQuestionException if it cannot be asked
   * @throws ConversationNotFoundException if its conversation is not there (any more)
   * @throws DuplicateAskException if it runs already or has been answered
   */
  AcceptedQuestion accept(AskRequest request);

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
