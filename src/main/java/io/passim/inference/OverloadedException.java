package io.passim.inference;

import java.time.Duration;

/** As many readings wait as may wait; thrown at once, before any work was done. */
public final class OverloadedException extends RuntimeException {
  private final Duration retryAfter;

  public OverloadedException(Duration retryAfter) {
    super("too many questions are waiting for the reader; try again in " + retryAfter);
    this.retryAfter = retryAfter;
  }

  /** When a place is likely to be free, estimated from the latest readings. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
