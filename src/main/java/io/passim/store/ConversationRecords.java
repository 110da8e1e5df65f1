package io.passim.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations and their turns. Any thread may call any method; what has returned is durable. */
public interface ConversationRecords {
  Optional<ConversationRow> find(String id);

  /** The newest conversations first, but for those without a turn, which earlier versions kept. */
  List<ConversationRow> list(int limit);

  /** Those that follow a conversation in that list. */
  List<ConversationRow> listAfter(ConversationRow conversation, int limit);

  /**
   * Deletes a conversation with its turns, their feedback, and what was decided about questions
   * that nobody else has asked; false if there is none.
   */
  boolean delete(String id);

  /** Ids of the conversations that began before {@code instant}. */
  List<String> startedBefore(Instant instant);

  /** Notes that message numbers up to {@code ceiling} may be given out. */
  void setSeqCeiling(String id, long ceiling);

  /**
   * Adds a turn, and what the review queue knows it by.
   *
   * @param conversation its conversation, which is added with its first turn
   */
  void insertTurn(ConversationRow conversation, TurnRow turn, TurnSubject subject);

  /** Whether a conversation has the answer to the question of that client's id. */
  boolean isAnswered(String conversationId, String askId);

  /** The turns of a conversation in order. */
  default List<TurnRow> turns(String conversationId) {
    return turns(conversationId, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  /**
   * The last turns of a part of a conversation, in order.
   *
   * @param after number below those of the part
   * @param last highest number of the part
   */
  List<TurnRow> turns(String conversationId, long after, long last, int limit);

  /**
   * Turns of all conversations in the order of their answers' ids.
   *
   * @param after id of the answer that the last ones ended with, empty for the first
   */
  List<TurnRow> turnsAfter(String after, int limit);

  /** Replaces an answer; one that has been deleted is no error. */
  void replaceAnswer(String answerId, String answer);

  /**
   * Stores what a person thought of an answer, in place of what was said before; false if there is
   * no such answer.
   */
  boolean putFeedback(FeedbackRow feedback);

  /**
   * A conversation.
   *
   * @param seqCeiling no message number above it has been given out
   */
  record ConversationRow(String id, String title, Instant startedAt, long seqCeiling) {}

  /**
   * A question and its answer.
   *
   * @param askId the client's own id of the question
   * @param seq number of the answer's message within its conversation
   * @param answer the whole answer as JSON
   */
  record TurnRow(
      String answerId,
      String conversationId,
      String askId,
      long seq,
      String answer,
      Instant answeredAt) {}

  /**
   * What a turn was about.
   *
   * @param questionKey the same for questions that are written alike
   * @param outcome answered, unsure, not_found or curated
   * @param collectionIds where the question was asked; empty for all
   */
  record TurnSubject(String questionKey, String outcome, Set<String> collectionIds) {
    public TurnSubject {
      collectionIds = Set.copyOf(collectionIds);
    }
  }

  /** What a person thought of an answer. */
  record FeedbackRow(
      String answerId,
      String rating,
      @Nullable String reason,
      @Nullable String expected,
      Instant givenAt) {}
}
