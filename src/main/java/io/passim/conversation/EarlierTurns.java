package io.passim.conversation;

import io.passim.conversation.ConversationEvent.Answered;
import io.passim.store.ConversationRecords;
import io.passim.store.ConversationRecords.TurnRow;
import java.util.List;

/**
 * The turns that were stored before a channel was opened, of which only those are read that are
 * asked for. They come as they were stored: {@link AnswerArchive#current} says what may be shown.
 *
 * @param last no turn has a number above it; 0 if there is none
 */
record EarlierTurns(
    ConversationRecords records, AnswerArchive archive, String conversationId, long last) {

  /** Whether the conversation has the answer to a question, by its client's id. */
  boolean hasAnswerTo(String askId) {
    return last > 0 && records.isAnswered(conversationId, askId);
  }

  /** The last {@code limit} of them in order. */
  List<Answered> latest(int limit) {
    return events(0, limit);
  }

  /** All with a number above {@code seq} in order. */
  List<Answered> after(long seq) {
    return events(seq, Integer.MAX_VALUE);
  }

  private List<Answered> events(long after, int limit) {
    return after >= last || limit <= 0
        ? List.of()
        : records.turns(conversationId, after, last, limit).stream().map(this::event).toList();
  }

  private Answered event(TurnRow turn) {
    return new Answered(turn.askId(), turn.seq(), archive.decoded(turn));
  }
}
