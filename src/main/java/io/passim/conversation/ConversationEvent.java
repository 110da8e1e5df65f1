package io.passim.conversation;

import io.passim.answer.AnswerMonitor.Stage;
import io.passim.document.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that everybody who follows a conversation is told. */
public sealed interface ConversationEvent {
  /** The client's id of the question that this is about. */
  String askId();

  /** An event with a place in the order of the conversation, which is told again after a pause. */
  sealed interface Numbered extends ConversationEvent {
    /** Position among the numbered events, from 1, rising by one. */
    long seq();
  }

  /** A stage has come further. */
  record Progress(
      String askId, long seq, Stage stage, int done, int total, @Nullable String standaloneQuestion)
      implements Numbered {}

  /** The question has been answered; the turn is stored. */
  record Answered(String askId, long seq, Turn turn) implements Numbered {}

  /** The question was stopped before it was answered. */
  record Stopped(String askId, long seq) implements Numbered {}

  /**
   * The question could not be answered; it may be asked again under the same id.
   *
   * @param retryAfter when that is likely to help; null if it is not known to
   */
  record Failed(String askId, Problem problem, @Nullable Duration retryAfter)
      implements ConversationEvent {}
}
