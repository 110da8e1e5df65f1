package io.passim.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person thought of an answer. */
public record Feedback(
    String answerId, Rating rating, @Nullable String reason, @Nullable String expected) {
  /** Thumbs. */
  public enum Rating {
    UP,
    DOWN;

    /** The rating of a name on the wire: {@code up} or {@code down}. */
    public static Optional<Rating> of(@Nullable String name) {
      return switch (name) {
        case "up" -> Optional.of(UP);
        case "down" -> Optional.of(DOWN);
        case null, default -> Optional.empty();
      };
    }
  }
}
