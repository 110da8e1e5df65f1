package io.passim.conversation;

import org.jspecify.annotations.Nullable;

/** What a person thought of an answer. */
public record Feedback(
    String answerId, Rating rating, @Nullable String reason, @Nullable String expected) {
  /** Thumbs. */
  public enum Rating {
    UP,
    DOWN
  }
}
