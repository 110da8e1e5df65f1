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
 * file. Any thread may call any method.
 */
final class ParseWatch implements AutoCloseable {
  private final WorkerProcess worker;
  private final Future<?> deadline;

  // Guarded by this.
  private @Nullable Problem verdict;
  private boolean closed;

  /** Allows {@code limit} from now on; after that the file fails with {@code tooLate}. */
  ParseWatch(
      WorkerProcess worker, ScheduledExecutorService clock, Duration limit, Problem tooLate) {
    this.worker = worker;
    deadline = clock.schedule(() -> stop(tooLate), limit.toMillis(), TimeUnit.MILLISECONDS);
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
    synchronized (this) {
      closed = true;
    }
    deadline.cancel(false);
  }
}
