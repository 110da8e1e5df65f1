package io.passim.inference;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the readings of another reader go first: waits until it has none, but for a second at most,
 * so that whoever gives way comes to an end too. Any thread may run it.
 *
 * @param first whose readings go first
 */
record GivingWay(ReaderModel first) implements Runnable {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(5);

  @Override
  public void run() {
    long since = System.nanoTime();
    while (first.places() > 0 && System.nanoTime() - since < LONGEST.toNanos()) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
