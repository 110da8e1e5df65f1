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
 * <p>Time is that of the worker on the processor, and of the processes that it has started and that
 * still run: see {@link TimeAllowance}. Any thread may call any method.
 */
final class ParseWatch implements AutoCloseable {
  /** Before any worker can have started. */
  private static final long FIRST_LOOK_MILLIS = 50;

  private static final long LOOK_MILLIS = 500;

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
    allowance = new Allowance(TimeAllowance.of(limit, worker.processorTime(false)), tooLate);
  }

  private void look() {
    Duration used = worker.processorTime(true);
    boolean large = worker.keepsMoreThan(maxBytes);
    synchronized (this) {
      if (large) {
        stop(tooLarge);
      } else if (allowance != null && allowance.time.isUsedUp(used)) {
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

  /** Time that was given, and why the file fails once it is used up. */
  private record Allowance(TimeAllowance time, Problem tooLate) {}
}
