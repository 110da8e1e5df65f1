package io.passim.inference;

import io.passim.document.Problem;
import java.time.Duration;

/**
 * A model takes no further question now: as many wait for it as may wait, which is thrown at once,
 * before any work was done; or it is shutting down.
 */
public final class OverloadedException extends RuntimeException {
  /** What people are told, whichever model it is. */
  public static final Problem PROBLEM =
      new Problem("overloaded", "Too many questions are waiting. Ask again in a moment.");

  /** In which a server that is started again is there. */
  private static final Duration RESTART = Duration.ofSeconds(10);

  private final Duration retryAfter;

  /**
   * @param model what they wait for, such as {@code reader}
   */
  public OverloadedException(String model, Duration retryAfter) {
    this(retryAfter, "too many questions are waiting for the " + model);
  }

  private OverloadedException(Duration retryAfter, String reason) {
    super(reason + "; try again in " + retryAfter);
    this.retryAfter = retryAfter;
  }

  /**
   * The server ends, and perhaps another takes its place.
   *
   * @param model what is asked no more
   */
  static OverloadedException shuttingDown(String model) {
    return new OverloadedException(RESTART, "the " + model + " is shutting down");
  }

  /** When a place is likely to be free, estimated from the latest readings. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
