package io.passim.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Named platform threads for native calls.
 *
 * <p>Guarantees: at most {@code workers} calls run at once; at most {@code workers + queue} places
 * are held, and a further one is refused without waiting; calls of an earlier place run before
 * those of a later one; a call whose caller is interrupted or cancelled while it waits is never
 * run.
 */
final class InferencePool implements AutoCloseable {
  private static final long POLL_MILLIS = 20;
  private static final Duration LEAST_RETRY = Duration.ofSeconds(1);

  private final int capacity;
  private final int workers;
  private final Semaphore places;
  private final ThreadPoolExecutor threads;
  private final AtomicLong arrivals = new AtomicLong();
  private final AtomicLong meanHeldNanos = new AtomicLong();

  /**
   * @param workers calls at once, at least 1
   * @param queue places beyond those, at least 0
   */
  InferencePool(int workers, int queue) {
    if (workers < 1 || queue < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "passim.inference.workers must be at least 1 and queue at least 0: %d, %d",
              workers,
              queue));
    }
    this.workers = workers;
    this.capacity = workers + queue;
    this.places = new Semaphore(capacity);
    this.threads =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            Thread.ofPlatform().name("passim-inference-", 0).daemon().factory());
  }

  /**
   * @throws OverloadedException if every place is held
   */
  Place enter(BooleanSupplier cancelled) {
    if (!places.tryAcquire()) {
      throw new OverloadedException(retryAfter());
    }
    return new Place(arrivals.getAndIncrement(), cancelled);
  }

  private Duration retryAfter() {
    Duration drained = Duration.ofNanos(meanHeldNanos.get() / workers);
    return drained.compareTo(LEAST_RETRY) < 0 ? LEAST_RETRY : drained;
  }

  /** Places held now. */
  int held() {
    return capacity - places.availablePermits();
  }

  /** Calls that wait for a thread. */
  int waiting() {
    return threads.getQueue().size();
  }

  /** Lets the running calls end and drops the others. */
  @Override
  public void close() {
    threads.shutdown();
    List<Runnable> dropped = new ArrayList<>();
    threads.getQueue().drainTo(dropped);
    dropped.forEach(call -> ((Call<?>) call).cancel(false));
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One caller's place. Used by one thread. */
  final class Place implements AutoCloseable {
    private final long arrival;
    private final BooleanSupplier cancelled;
    private final long since = System.nanoTime();
    private boolean open = true;

    private Place(long arrival, BooleanSupplier cancelled) {
      this.arrival = arrival;
      this.cancelled = cancelled;
    }

    /**
     * Runs {@code work} on one of the pool's threads and waits for it.
     *
     * @throws CancellationException if the caller is cancelled or interrupted, or the pool closed
     */
    <T> T call(Callable<T> work) {
      if (!open) {
        throw new IllegalStateException("the place has been given back");
      }
      Call<T> call = new Call<>(arrival, work);
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      try {
        threads.execute(call);
      } catch (RejectedExecutionException e) {
        throw new CancellationException("the reader is shutting down");
      }
      return await(call);
    }

    private <T> T await(Call<T> call) {
      try {
        while (true) {
          try {
            return call.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
          } catch (TimeoutException e) {
            if (cancelled.getAsBoolean()) {
              withdraw(call);
              throw new CancellationException();
            }
          }
        }
      } catch (InterruptedException e) {
        withdraw(call);
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }

    private void withdraw(Call<?> call) {
      call.cancel(false);
      threads.remove(call);
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        long held = System.nanoTime() - since;
        meanHeldNanos.updateAndGet(mean -> mean == 0 ? held : mean - mean / 8 + held / 8);
        places.release();
      }
    }
  }

  private static final class Call<T> extends FutureTask<T> implements Comparable<Call<?>> {
    private final long arrival;

    private Call(long arrival, Callable<T> work) {
      super(work);
      this.arrival = arrival;
    }

    @Override
    public int compareTo(Call<?> other) {
      return Long.compare(arrival, other.arrival);
    }
  }
}
