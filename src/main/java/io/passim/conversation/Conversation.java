package io.passim.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A conversation.
 *
 * @param title its first question
 * @param turns in order; left out in a list of conversations
 */
public record Conversation(String id, String title, Instant startedAt, List<Turn> turns) {
  public Conversation {
    turns = List.copyOf(turns);
  }
}
