package io.passim.evaluate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs evaluations one after the other, on one platform thread of low priority.
 *
 * <p>Guarantees: at most one runs; they run in the order in which they were admitted; at most as
 * many wait as the configuration says, and a further one is refused at once. Any thread may call
 * any method.
 */
@ApplicationScoped
class EvaluationQueue {
  private static final Logger LOG = Logger.getLogger(EvaluationQueue.class);

  private final EvaluationRunner runner;
  private final int capacity;

  // Guarded by this.
  private final Deque<String> waiting = new ArrayDeque<>();
  private int admitting;
  private @Nullable EvaluationRun running;
  private boolean stopping;
  private @Nullable Thread thread;

  EvaluationQueue(EvaluationRunner runner, EvaluationConfig config) {
    this.runner = runner;
    this.capacity = config.queue();
  }

  /** Starts the thread, with those that waited when the server stopped, oldest first. */
  @SuppressWarnings("ThreadPriorityCheck") // a hint that nothing relies on
  synchronized void start(List<String> left) {
    waiting.addAll(left);
    thread =
        Thread.ofPlatform()
            .name("passim-evaluation")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .start(this::work);
  }

  /** Ends the run in hand as interrupted and the thread; those that wait stay stored. */
  void stop() {
    Thread ending;
    synchronized (this) {
      stopping = true;
      if (running != null) {
        running.end(EvaluationStatus.INTERRUPTED);
      }
      notifyAll();
      ending = thread;
    }
    if (ending != null) {
      try {
        ending.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Admits an evaluation once {@code store} has made it durable.
   *
   * @throws EvaluationQueueFullException before it is stored, if as many wait as may wait
   */
  void admit(String id, Runnable store) {
    synchronized (this) {
      if (waiting.size() + admitting >= capacity) {
        throw new EvaluationQueueFullException(waiting.size());
      }
      admitting++;
    }
    boolean stored = false;
    try {
      store.run();
      stored = true;
    } finally {
      admitted(id, stored);
    }
  }

  private synchronized void admitted(String id, boolean stored) {
    admitting--;
    if (stored) {
      waiting.add(id);
      notifyAll();
    }
  }

  /** How many wait for their turn. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** How many run: one or none. */
  synchronized int running() {
    return running == null ? 0 : 1;
  }

  /** The run of that evaluation, if it is under way. */
  synchronized Optional<EvaluationRun> running(String id) {
    return Optional.ofNullable(running).filter(run -> run.id().equals(id));
  }

  /** What became of an evaluation that was to end. */
  enum Ending {
    /** It waited, and will not run. */
    WITHDRAWN,
    /** It ends with the question in hand. */
    ENDING,
    /** It neither waited nor ran. */
    NONE
  }

  /** Ends that evaluation, whether it waits or runs. */
  synchronized Ending end(String id) {
    if (waiting.remove(id)) {
      return Ending.WITHDRAWN;
    }
    if (running == null || !running.id().equals(id)) {
      return Ending.NONE;
    }
    running.end(EvaluationStatus.CANCELLED);
    return Ending.ENDING;
  }

  /** Ends that evaluation and returns when it neither waits nor runs. */
  synchronized void endAndWait(String id) throws InterruptedException {
    while (end(id) == Ending.ENDING) {
      wait();
    }
  }

  /** Returns when that evaluation neither waits nor runs, or so much time has passed. */
  synchronized void await(String id, Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    while (left > 0 && (waiting.contains(id) || running(id).isPresent())) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = until - System.nanoTime();
    }
  }

  private void work() {
    for (EvaluationRun run = next(); run != null; run = next()) {
      try {
        runner.run(run);
      } catch (RuntimeException | Error e) {
        LOG.errorf(e, "Evaluation %s failed, and that could not be written down", run.id());
      } finally {
        ended();
      }
    }
  }

  private synchronized @Nullable EvaluationRun next() {
    try {
      while (waiting.isEmpty() && !stopping) {
        wait();
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
    running = stopping ? null : new EvaluationRun(waiting.remove());
    return running;
  }

  private synchronized void ended() {
    running = null;
    notifyAll();
  }
}
