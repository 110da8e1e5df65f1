package io.passim.conversation;

import io.passim.answer.AnswerMonitor.Stage;
import org.jspecify.annotations.Nullable;

/** Something that everybody who follows a conversation sees. */
public sealed interface ConversationEvent {
  /** The client's id of the question that this is about. */
  String askId();

  /** Position among the events of the conversation, from 1, rising by one. */
  long seq();

  /** A stage has come further. */
  record Progress(
      String askId, long seq, Stage stage, int done, int total, @Nullable String standaloneQuestion)
      implements ConversationEvent {}

  /** The question has been answered; the turn is stored. */
  record Answered(String askId, long seq, Turn turn) implements ConversationEvent {}

  /** The question was stopped before it was answered. */
  record Stopped(String askId, long seq) implements ConversationEvent {}
}
