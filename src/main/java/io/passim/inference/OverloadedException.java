package io.passim.inference;

import io.passim.document.Problem;
import java.time.Duration;

/** As many questions wait for a model as may wait; thrown at once, before any work was done. */
public final class OverloadedException extends RuntimeException {
  /** What people are told, whichever model it is. */
  public static final Problem PROBLEM =
      new Problem("overloaded", "Too many questions are waiting. Ask again in a moment.");

  private final Duration retryAfter;

  /**
   * @param model what they wait for, such as {@code reader}
   */
  public OverloadedException(String model, Duration retryAfter) {
    super("too many questions are waiting for the " + model + "; try again in " + retryAfter);
    this.retryAfter = retryAfter;
  }

  /** When a place is likely to be free, estimated from the latest readings. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
