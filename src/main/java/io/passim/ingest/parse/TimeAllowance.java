package io.passim.ingest.parse;

import java.time.Duration;

/**
 * Time that a process is given: on the processor, which it leaves to others when they need it. A
 * busy server must not make files fail; what waits for more than {@value #PATIENCE} times its limit
 * has got stuck.
 *
 * @param start of the clock, in nanoseconds
 * @param used the processor time that was used before
 */
record TimeAllowance(Duration limit, long start, Duration used) {
  private static final int PATIENCE = 5;

  /** So much from now on. */
  static TimeAllowance of(Duration limit, Duration used) {
    return new TimeAllowance(limit, System.nanoTime(), used);
  }

  /**
   * @param usedByNow the processor time, with what was used before
   */
  boolean isUsedUp(Duration usedByNow) {
    return usedByNow.minus(used).compareTo(limit) >= 0
        || System.nanoTime() - start >= PATIENCE * limit.toNanos();
  }
}
