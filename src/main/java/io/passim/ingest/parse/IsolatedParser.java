package io.passim.ingest.parse;

import io.passim.document.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private static final Problem CANCELLED =
      new Problem("cancelled", "Reading the document was cancelled. Its original is kept.");

  private final ParseConfig config;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("passim-parser-clock").factory());

  // Guarded by this.
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> busy = new HashSet<>();
  private boolean closed;

  /** Starts no process yet. */
  @Inject
  public IsolatedParser(ParseConfig config) {
    this.config = config;
    long period = Math.max(1, config.workerIdle().toMillis() / 2);
    var _ = clock.scheduleWithFixedDelay(this::endIdle, period, period, TimeUnit.MILLISECONDS);
  }

  @Override
  public ParseResult parse(SourceFile file, DoubleConsumer progress, Cancellation cancellation)
      throws InterruptedException {
    for (int attempt = 1; true; attempt++) {
      if (cancellation.isCancelled()) {
        return new ParseResult.Failed(CANCELLED);
      }
      WorkerProcess worker = borrow();
      ParseWatch watch = new ParseWatch(worker, clock, config.timeout(), timedOut());
      try (watch;
          var _ = cancellation.whenCancelled(() -> watch.stop(CANCELLED))) {
        ParseResult result = worker.parse(file, progress);
        // From here on nothing may end the worker, which may be at another file.
        watch.close();
        giveBack(worker);
        return result;
      } catch (IOException e) {
        worker.awaitExit();
        discard(worker);
        Optional<Problem> verdict = watch.verdict();
        if (verdict.isPresent()) {
          return new ParseResult.Failed(verdict.get());
        }
        if (!worker.isUsed() && (attempt > 1 || worker.ranOutOfMemory())) {
          LOG.warnf(e, "the parser ended while it read %s", file.filename());
          return crashed(worker);
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

  private Problem timedOut() {
    return new Problem(
        "parse_timeout",
        "Reading the document took longer than "
            + config.timeout().toSeconds()
            + " seconds. Split it, or raise passim.ingest.parse.timeout.");
  }

  private ParseResult crashed(WorkerProcess worker) {
    return worker.ranOutOfMemory()
        ? failed(
            "too_large",
            "Reading the document takes more memory than the "
                + config.workerHeap().asLongValue() / (1 << 20)
                + " MB that one document may take. Split it, or raise"
                + " passim.ingest.parse.worker-heap.")
        : failed(
            "parser_crashed",
            "The document broke the program that reads it. Save it again in the program that made"
                + " it, and upload the new file.");
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

  private synchronized void giveBack(WorkerProcess worker) {
    busy.remove(worker);
    idle.push(worker);
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

  private static ParseResult failed(String code, String detail) {
    return new ParseResult.Failed(new Problem(code, detail));
  }
}
