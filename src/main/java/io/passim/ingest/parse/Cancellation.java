package io.passim.ingest.parse;

import io.passim.document.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Stops one parse from another thread. It can be cancelled before the parse begins, and stays
 * cancelled. Any thread may call any method; none blocks.
 */
public final class Cancellation {
  /** What a document has that was not taken in because somebody cancelled it. */
  public static final Problem PROBLEM =
      new Problem("cancelled", "Taking the document in was cancelled. Its original is kept.");

  // Guarded by this.
  private boolean cancelled;
  private @Nullable Runnable stop;

  /** Stops the parse that it was given to, now or as soon as that begins. */
  public void cancel() {
    Runnable now;
    synchronized (this) {
      cancelled = true;
      now = stop;
    }
    if (now != null) {
      now.run();
    }
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Has {@code action} run when this is cancelled, at once if it is already. For parsers: there is
   * one action at a time, and it may still run while the registration is being closed.
   */
  public Registration whenCancelled(Runnable action) {
    boolean already;
    synchronized (this) {
      if (stop != null) {
        throw new IllegalStateException("a cancellation serves one parse at a time");
      }
      stop = action;
      already = cancelled;
    }
    if (already) {
      action.run();
    }
    return this::forget;
  }

  private synchronized void forget() {
    stop = null;
  }

  /** The action runs until this is closed. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
