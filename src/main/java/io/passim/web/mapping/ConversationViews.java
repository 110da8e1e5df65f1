package io.passim.web.mapping;

import io.passim.conversation.Conversation;
import io.passim.conversation.ConversationEvent;
import io.passim.conversation.Turn;
import io.passim.web.protocol.ConversationView;
import io.passim.web.protocol.ServerMessage;
import io.passim.web.protocol.TurnView;
import java.util.Locale;

/** Conversations and their events for the wire. */
public final class ConversationViews {
  private ConversationViews() {}

  public static ConversationView of(Conversation conversation) {
    return new ConversationView(
        conversation.id(),
        conversation.title(),
        conversation.startedAt(),
        conversation.turns().stream().map(turn -> turn(conversation.id(), turn)).toList());
  }

  public static TurnView turn(String conversationId, Turn turn) {
    return new TurnView(turn.answer().details().question(), AnswerViews.of(conversationId, turn));
  }

  public static ServerMessage message(String conversationId, ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Progress progress ->
          new ServerMessage.Progress(
              progress.askId(),
              progress.seq(),
              progress.stage().name().toLowerCase(Locale.ROOT),
              progress.done(),
              progress.total(),
              progress.standaloneQuestion());
      case ConversationEvent.Answered answered ->
          new ServerMessage.Answered(
              answered.askId(), answered.seq(), AnswerViews.of(conversationId, answered.turn()));
      case ConversationEvent.Stopped stopped ->
          new ServerMessage.Stopped(stopped.askId(), stopped.seq());
      case ConversationEvent.Failed failed ->
          new ServerMessage.Failed(
              failed.askId(),
              failed.problem().code(),
              failed.problem().detail(),
              failed.retryAfter() == null ? null : failed.retryAfter().toMillis());
    };
  }
}
