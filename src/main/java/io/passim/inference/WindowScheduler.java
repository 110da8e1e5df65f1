package io.passim.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Spreads the windows of all readings over named platform threads, the workers.
 *
 * <p>Guarantees: at most {@code workers} native calls run at once; at most {@code workers + queue}
 * places are held, and a further one is refused without waiting; work of an earlier place is taken
 * before that of a later one, and that of every place in the foreground before that of those in the
 * background; windows run sooner only in the company of those whose turn it is; what a caller that
 * is interrupted or cancelled still has waiting is withdrawn once it notices, within about 20 ms,
 * and is not run then; a run that fails in company is repeated window by window, so that it fails
 * only its own reading; no failure ends a worker.
 *
 * <p>Safe for use by many threads; a {@link Place} is used by one, which blocks and may be virtual.
 */
final class WindowScheduler implements AutoCloseable {
  private static final long POLL_MILLIS = 20;
  private static final Duration LEAST_RETRY = Duration.ofSeconds(1);

  private final int capacity;
  private final int workers;
  private final Semaphore places;
  private final WorkQueue queue;
  private final List<Thread> threads;
  private final Set<Place> held = ConcurrentHashMap.newKeySet();
  private final AtomicLong arrivals = new AtomicLong();
  private final AtomicLong meanHeldNanos = new AtomicLong();

  /**
   * Starts the workers.
   *
   * @param workers native calls at once, at least 1
   * @param queue places beyond those, at least 0
   * @param batching which windows run together
   * @param runners gives each worker what it runs windows with
   */
  WindowScheduler(int workers, int queue, Batching batching, Supplier<WindowRunner> runners) {
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
    this.queue = new WorkQueue(batching);
    Thread.Builder thread = Thread.ofPlatform().name("passim-inference-", 0).daemon();
    List<Thread> started = new ArrayList<>();
    try {
      for (int i = 0; i < workers; i++) {
        started.add(thread.start(new WindowWorker(this.queue, runners.get())));
      }
    } catch (RuntimeException | Error e) {
      this.queue.close();
      throw e;
    }
    this.threads = List.copyOf(started);
  }

  /**
   * @param cancelled asked while the place's work waits
   * @param background whether the place's work waits for that of all others
   * @throws OverloadedException if every place is held
   */
  Place enter(BooleanSupplier cancelled, boolean background) {
    if (!places.tryAcquire()) {
      throw new OverloadedException("reader", retryAfter());
    }
    Place place = new Place(arrivals.getAndIncrement(), cancelled, background);
    held.add(place);
    return place;
  }

  private Duration retryAfter() {
    Duration drained = Duration.ofNanos(meanHeldNanos.get() / workers);
    return drained.compareTo(LEAST_RETRY) < 0 ? LEAST_RETRY : drained;
  }

  /**
   * Who still holds a place after waiting for all to be given back: the thread that took it, and
   * how long ago.
   */
  List<String> holders(Duration patience) {
    try {
      if (places.tryAcquire(capacity, patience.toNanos(), TimeUnit.NANOSECONDS)) {
        places.release(capacity);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return held.stream().map(Place::toString).sorted().toList();
  }

  /** Places held now. */
  int held() {
    return capacity - places.availablePermits();
  }

  /** Those of them that are not in the background. */
  int heldInForeground() {
    return (int) held.stream().filter(place -> !place.background).count();
  }

  /** Calls and windows that wait for a worker. */
  int waiting() {
    return queue.size();
  }

  /** Lets the running calls end and drops the others. */
  @Override
  public void close() {
    queue.close();
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One reading's place. Used by one thread. */
  final class Place implements AutoCloseable {
    private final long arrival;
    private final BooleanSupplier cancelled;
    private final boolean background;
    private final String holder = Thread.currentThread().toString();
    private final long since = System.nanoTime();
    private long submitted;
    private boolean open = true;

    private Place(long arrival, BooleanSupplier cancelled, boolean background) {
      this.arrival = arrival;
      this.cancelled = cancelled;
      this.background = background;
    }

    /** How many places share the workers with this one, itself included. */
    int sharing() {
      return background ? held() : heldInForeground();
    }

    /**
     * Runs each call on a worker and waits for all.
     *
     * @return their results in order
     * @throws CancellationException if the reading is cancelled or its thread interrupted
     * @throws OverloadedException if the scheduler is closed
     */
    <T> List<T> call(List<? extends Callable<T>> calls) {
      BlockingQueue<Work<T>> done = roomFor(calls.size());
      List<Work<T>> work = new ArrayList<>(calls.size());
      calls.forEach(call -> work.add(new Work.Call<>(turn(), work.size(), done, call)));
      return await(work, done, index -> {});
    }

    /**
     * Reads windows, spread over the workers, and waits for all.
     *
     * @param read told the index of each window once it has been read, on the calling thread
     * @return logits in the order of the windows
     * @throws CancellationException if the reading is cancelled or its thread interrupted
     * @throws OverloadedException if the scheduler is closed
     */
    List<WindowLogits> read(List<TokenWindow> windows, IntConsumer read) {
      BlockingQueue<Work<WindowLogits>> done = roomFor(windows.size());
      List<Work<WindowLogits>> work = new ArrayList<>(windows.size());
      windows.forEach(window -> work.add(new Work.Window(turn(), work.size(), done, window)));
      return await(work, done, read);
    }

    /** What is added takes no memory, so that a worker can tell that there was none. */
    private static <T> BlockingQueue<Work<T>> roomFor(int works) {
      return new ArrayBlockingQueue<>(Math.max(1, works));
    }

    private Work.Turn turn() {
      return new Work.Turn(background, arrival, submitted++);
    }

    private <T> List<T> await(
        List<Work<T>> work, BlockingQueue<Work<T>> done, IntConsumer finished) {
      if (!open) {
        throw new IllegalStateException("the place has been given back");
      }
      requireWaiting();
      queue.add(work);
      try {
        for (int left = work.size(); left > 0; left--) {
          Work<T> next = next(done);
          next.result();
          finished.accept(next.index());
        }
        return work.stream().map(Work::result).toList();
      } finally {
        queue.withdraw(work);
      }
    }

    private <T> Work<T> next(BlockingQueue<Work<T>> done) {
      try {
        while (true) {
          Work<T> next = done.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
          requireWaiting();
          if (next != null) {
            return next;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }

    private void requireWaiting() {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("nobody waits for the answer");
      }
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        long held = System.nanoTime() - since;
        meanHeldNanos.updateAndGet(mean -> mean == 0 ? held : mean - mean / 8 + held / 8);
        WindowScheduler.this.held.remove(this);
        places.release();
      }
    }

    @Override
    public String toString() {
      return holder + " for " + Duration.ofNanos(System.nanoTime() - since);
    }
  }
}
