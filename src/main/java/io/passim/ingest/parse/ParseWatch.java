package io.passim.ingest.parse;

import io.passim.document.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches over one file in one worker, and ends the worker when a limit is passed or the parse is
 * cancelled. The first reason counts. Once closed it ends nothing: the worker may be at another
 * file.
 *
 * <p>Time is the worker's own time on the processor, which it leaves to others when they need it: a
 * busy server must not make files fail. One that waits for more than {@value #PATIENCE} times its
 * limit has got stuck. Any thread may call any method.
 */
final class ParseWatch implements AutoCloseable {
  /** Before any worker can have started. */
  private static final long FIRST_LOOK_MILLIS = 50;

  private static final long LOOK_MILLIS = 500;
  private static final int PATIENCE = 5;

  private final WorkerProcess worker;
  private final Future<?> looks;
  private final long maxBytes;
  private final Problem tooLarge;

  // Guarded by this.
  private @Nullable Allowance allowance;
  private @Nullable Problem verdict;
  private boolean closed;

  /** Sees to it from now on that the worker keeps at most so much on disk. */
  ParseWatch(
      WorkerProcess worker, ScheduledExecutorService clock, long maxBytes, Problem tooLarge) {
    this.worker = worker;
    this.maxBytes = maxBytes;
    this.tooLarge = tooLarge;
    looks =
        clock.scheduleWithFixedDelay(
            this::look, FIRST_LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Allows so much time from now on, in place of what was allowed before. */
  synchronized void allow(Duration limit, Problem tooLate) {
    allowance = new Allowance(limit, System.nanoTime(), worker.processorTime(false), tooLate);
  }

  private void look() {
    Duration used = worker.processorTime(true);
    boolean large = worker.keepsMoreThan(maxBytes);
    synchronized (this) {
      if (large) {
        stop(tooLarge);
      } else if (allowance != null && allowance.isUsedUp(used)) {
        stop(allowance.tooLate);
      }
    }
  }

  /** Ends the worker; the file that it reads fails with {@code reason}. */
  synchronized void stop(Problem reason) {
    if (!closed && verdict == null) {
      verdict = reason;
      worker.end();
    }
  }

  /** Why the worker was ended, if it was. */
  synchronized Optional<Problem> verdict() {
    return Optional.ofNullable(verdict);
  }

  @Override
  public void close() {
    looks.cancel(false);
    synchronized (this) {
      closed = true;
    }
  }

  /**
   * Time that was given.
   *
   * @param start of the clock, in nanoseconds
   * @param used the processor time that was used before
   */
  private record Allowance(Duration limit, long start, Duration used, Problem tooLate) {
    boolean isUsedUp(Duration usedByNow) {
      return usedByNow.minus(used).compareTo(limit) >= 0
          || System.nanoTime() - start >= PATIENCE * limit.toNanos();
    }
  }
}
