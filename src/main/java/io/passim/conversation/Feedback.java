package io.passim.conversation;

import io.passim.document.Problem;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person thought of an answer.
 *
 * @param expected what the person would have expected
 */
public record Feedback(
    String answerId, Rating rating, @Nullable String reason, @Nullable String expected) {
  private static final int MAX_LENGTH = 2000;

  /** Why it cannot be kept, code {@code feedback_too_long}; empty if it can. */
  public Optional<Problem> problem() {
    boolean tooLong =
        Stream.of(reason, expected).anyMatch(text -> text != null && text.length() > MAX_LENGTH);
    return tooLong
        ? Optional.of(
            new Problem(
                "feedback_too_long",
                "A reason and an expected answer have at most " + MAX_LENGTH + " characters each."))
        : Optional.empty();
  }

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
