package io.passim.inference;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the readings of a reader that somebody waits for go first: waits until it has had none for a
 * while, since a question is more than its reading, and one often follows another; but for a
 * limited time, so that whoever gives way comes to an end too. Any thread may run it.
 */
public final class GivingWay implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(5);

  /** As long as a question takes before and after its reading, on a busy server. */
  private static final Duration QUIET = Duration.ofMillis(100);

  /** A passage takes an encoder about a twentieth of it. */
  private static final Duration LONGEST_BEFORE_A_PASSAGE = Duration.ofMillis(300);

  private final ReaderModel first;
  private final long quiet;
  private final long longest;

  /** When a reading was last seen. Who has seen none for long need not wait to be sure. */
  private volatile long seen;

  /**
   * @param first whose readings go first
   * @param longest most that is waited
   */
  public GivingWay(ReaderModel first, Duration longest) {
    this(first, QUIET, longest);
  }

  /**
   * @param quiet how long it must have had none
   */
  GivingWay(ReaderModel first, Duration quiet, Duration longest) {
    this.first = first;
    this.quiet = quiet.toNanos();
    this.longest = longest.toNanos();
    seen = System.nanoTime() - this.quiet;
  }

  /**
   * To be run before each of many passages is encoded.
   *
   * @param first whose readings go first
   */
  public static GivingWay beforeEachPassage(ReaderModel first) {
    return new GivingWay(first, LONGEST_BEFORE_A_PASSAGE);
  }

  @Override
  public void run() {
    long since = System.nanoTime();
    for (long now = since; now - since < longest; now = System.nanoTime()) {
      if (first.foregroundPlaces() > 0) {
        seen = now;
      } else if (now - seen >= quiet) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
