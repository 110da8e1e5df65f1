package io.passim.inference;

import java.util.List;
import java.util.TreeMap;

/**
 * What waits for a worker, in the order of its turns. A monitor: every method may be called by any
 * thread, and only {@link #take} waits.
 */
final class WorkQueue {
  private final Batching batching;
  private final TreeMap<Work.Turn, Work<?>> waiting = new TreeMap<>();
  private boolean closed;

  WorkQueue(Batching batching) {
    this.batching = batching;
  }

  /**
   * @throws OverloadedException if the queue is closed
   */
  synchronized void add(List<? extends Work<?>> work) {
    if (closed) {
      throw OverloadedException.shuttingDown("reader");
    }
    work.forEach(one -> waiting.put(one.turn(), one));
    notifyAll();
  }

  /** Takes back what no worker has taken yet. */
  synchronized void withdraw(List<? extends Work<?>> work) {
    work.forEach(one -> waiting.remove(one.turn()));
  }

  /**
   * Waits for work.
   *
   * @return one call, or windows that run together; nothing once the queue is closed
   */
  synchronized List<Work<?>> take() {
    while (waiting.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a worker", e);
      }
    }
    if (closed) {
      return List.of();
    }
    List<Work<?>> taken = batching.next(waiting.values());
    withdraw(taken);
    return taken;
  }

  /** Work that waits. */
  synchronized int size() {
    return waiting.size();
  }

  /** Drops what waits, and lets the workers go. */
  synchronized void close() {
    closed = true;
    waiting.values().forEach(Work::drop);
    waiting.clear();
    notifyAll();
  }
}
