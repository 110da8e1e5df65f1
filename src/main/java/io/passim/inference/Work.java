package io.passim.inference;

import java.util.Comparator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One unit that a reading waits for: a call, or a window to be read. Made by the reading's thread,
 * completed once, by a worker or by whoever drops it.
 *
 * @param <T> what it gives
 */
abstract sealed class Work<T> {
  private final Turn turn;
  private final int index;
  private final BlockingQueue<Work<T>> done;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  /** Used by the one thread that completes it. */
  private boolean told;

  private Work(Turn turn, int index, BlockingQueue<Work<T>> done) {
    this.turn = turn;
    this.index = index;
    this.done = done;
  }

  /** When it is due. */
  Turn turn() {
    return turn;
  }

  /** Its number among what was submitted with it. */
  int index() {
    return index;
  }

  void complete(T value) {
    try {
      result.complete(value);
    } finally {
      tell();
    }
  }

  /** Has no effect on what has been completed, but tells of it where that could not be done. */
  void fail(Throwable failure) {
    try {
      result.completeExceptionally(failure);
    } finally {
      tell();
    }
  }

  private void tell() {
    if (!told) {
      done.add(this);
      told = true;
    }
  }

  /** Nobody will do it any more. */
  void drop() {
    fail(OverloadedException.shuttingDown("reader"));
  }

  /**
   * What it gave, once it is among those done.
   *
   * @throws RuntimeException the one it failed with
   */
  T result() {
    if (!result.isDone()) {
      throw new IllegalStateException("there was no memory to say how it failed");
    }
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /** A call that has a worker to itself. */
  static final class Call<T> extends Work<T> {
    private final Callable<T> call;

    Call(Turn turn, int index, BlockingQueue<Work<T>> done, Callable<T> call) {
      super(turn, index, done);
      this.call = call;
    }

    void run() {
      try {
        complete(call.call());
      } catch (Exception | Error e) {
        fail(e);
      }
    }
  }

  /** A window, which may be read together with others. */
  static final class Window extends Work<WindowLogits> {
    private final TokenWindow window;

    Window(Turn turn, int index, BlockingQueue<Work<WindowLogits>> done, TokenWindow window) {
      super(turn, index, done);
      this.window = window;
    }

    TokenWindow window() {
      return window;
    }

    /** Of its window, in tokens. */
    int length() {
      return window.length();
    }
  }

  /**
   * The order of work: by place, those in the background last, then as submitted.
   *
   * @param background whether the place is in the background
   * @param place number of the place, in the order of arrival
   * @param item number of the work among that place's
   */
  record Turn(boolean background, long place, long item) implements Comparable<Turn> {
    private static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::background)
            .thenComparingLong(Turn::place)
            .thenComparingLong(Turn::item);

    @Override
    public int compareTo(Turn other) {
      return ORDER.compare(this, other);
    }
  }
}
