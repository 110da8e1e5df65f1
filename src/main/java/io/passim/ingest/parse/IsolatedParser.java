package io.passim.ingest.parse;

import io.passim.document.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Parses in worker processes, one for each thread that calls at the same time.
 *
 * <p>A file that kills two workers or keeps one longer than the timeout fails with a reason; the
 * next file gets a new worker. One worker's end alone is no proof: its memory may have been worn by
 * the files before, or somebody has ended it from outside, as {@code Ctrl-C} does. A worker that
 * has been idle for a while ends. Any thread may call any method.
 */
@Singleton
public final class IsolatedParser implements DocumentParser, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(IsolatedParser.class);

  private final ParseConfig config;
  private final ParseLimits limits;
  private final AtomicBoolean told = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("passim-parser-clock").factory());

  // Guarded by this.
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> busy = new HashSet<>();
  private boolean closed;

  /** Starts no process yet; removes what the workers of a killed server have left on disk. */
  @Inject
  public IsolatedParser(ParseConfig config) {
    this.config = config;
    limits = new ParseLimits(config);
    try {
      TemporaryDirectory.clear(config.temporaryDirectory());
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf(e, "cannot remove the files of earlier parsers");
    }
    long period = Math.max(1, config.workerIdle().toMillis() / 2);
    var _ = clock.scheduleWithFixedDelay(this::endIdle, period, period, TimeUnit.MILLISECONDS);
  }

  @Override
  public ParseResult parse(SourceFile file, DoubleConsumer progress, Cancellation cancellation)
      throws InterruptedException {
    for (int attempt = 1; true; attempt++) {
      if (cancellation.isCancelled()) {
        return new ParseResult.Failed(Cancellation.PROBLEM);
      }
      WorkerProcess worker = borrow();
      ParseWatch watch = watch(worker);
      try (watch;
          var _ = cancellation.whenCancelled(() -> watch.stop(Cancellation.PROBLEM))) {
        awaitReady(worker, watch);
        watch.allow(config.timeout(), limits.tooLate());
        ParseResult result =
            worker.parse(file, progress, () -> watch.allow(limits.page(), limits.pageTooLate()));
        // From here on nothing may end the worker, which may be at another file.
        watch.close();
        giveBack(worker);
        return result;
      } catch (IOException e) {
        worker.awaitExit();
        discard(worker);
        Optional<Problem> reason = reason(worker, watch, attempt, e);
        if (reason.isPresent()) {
          LOG.infof("%s was not read (%s): %s", file.filename(), e, reason.get());
          return new ParseResult.Failed(reason.get());
        }
      } catch (RuntimeException | Error e) {
        discard(worker);
        throw e;
      }
    }
  }

  /** Ends all workers; parsing that is under way ends with an InterruptedException. */
  @Override
  @PreDestroy
  public void close() {
    Set<WorkerProcess> all;
    synchronized (this) {
      closed = true;
      all = new HashSet<>(busy);
      all.addAll(idle);
      idle.clear();
    }
    clock.shutdownNow();
    all.forEach(WorkerProcess::kill);
  }

  /** The process ids of the workers. */
  synchronized List<Long> workers() {
    return Stream.concat(idle.stream(), busy.stream()).map(WorkerProcess::pid).toList();
  }

  /** What the file is to blame for; empty if another worker may read it. */
  private Optional<Problem> reason(
      WorkerProcess worker, ParseWatch watch, int attempt, IOException end) {
    Optional<Problem> verdict = watch.verdict();
    if (verdict.isPresent() && (worker.isReady() || verdict.get().equals(Cancellation.PROBLEM))) {
      return verdict;
    }
    if (!worker.isReady() && attempt > 1) {
      // The server's fault, not the document's, which is taken up again.
      throw new ParserNotStartedException(end);
    }
    boolean guilty =
        worker.isReady() && !worker.isUsed() && (attempt > 1 || worker.ranOutOfMemory());
    if (!guilty) {
      return Optional.empty();
    }
    return Optional.of(worker.ranOutOfMemory() ? limits.tooMuchMemory() : ParseLimits.CRASHED);
  }

  private ParseWatch watch(WorkerProcess worker) throws InterruptedException {
    try {
      return new ParseWatch(worker, clock, config.workerDisk().asLongValue(), limits.tooMuchDisk());
    } catch (RejectedExecutionException closedMeanwhile) {
      discard(worker);
      throw closedMeanwhile;
    }
  }

  private void awaitReady(WorkerProcess worker, ParseWatch watch) throws IOException {
    if (worker.isReady()) {
      return;
    }
    watch.allow(config.workerStart(), ParseLimits.NOT_STARTED);
    boolean confined = worker.awaitReady();
    if (!told.getAndSet(true)) {
      if (confined) {
        LOG.info("Documents are parsed in processes that the kernel keeps from the network");
      } else {
        LOG.warn(
            "Documents are parsed in processes that only settings of Java keep from the network:"
                + " the kernel has no seccomp for them");
      }
    }
  }

  private synchronized WorkerProcess borrow() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("the parser is closed");
    }
    WorkerProcess worker = idle.poll();
    while (worker != null && !worker.isAlive()) {
      worker.kill();
      worker = idle.poll();
    }
    if (worker == null) {
      worker = new WorkerProcess(config);
    }
    busy.add(worker);
    return worker;
  }

  private void giveBack(WorkerProcess worker) {
    // What one file leaves must not count against the next.
    boolean littered = worker.keepsMoreThan(config.workerDisk().asLongValue() / 4);
    if (littered) {
      worker.kill();
    }
    synchronized (this) {
      busy.remove(worker);
      if (!littered) {
        idle.push(worker);
      }
    }
  }

  private void discard(WorkerProcess worker) throws InterruptedException {
    worker.kill();
    synchronized (this) {
      busy.remove(worker);
      if (closed) {
        throw new InterruptedException("the parser was closed");
      }
    }
  }

  private synchronized void endIdle() {
    idle.removeIf(worker -> {
      boolean expired = worker.idleNanos() > config.workerIdle().toNanos();
      if (expired) {
        worker.kill();
      }
      return expired;
    });
  }
}
