package io.passim.inference;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the readings of a reader go first: waits until it has none, but for a limited time, so that
 * whoever gives way comes to an end too. Any thread may run it.
 *
 * @param first whose readings go first
 * @param longest most that is waited
 */
public record GivingWay(ReaderModel first, Duration longest) implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(5);

  @Override
  public void run() {
    long since = System.nanoTime();
    while (first.places() > 0 && System.nanoTime() - since < longest.toNanos()) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
