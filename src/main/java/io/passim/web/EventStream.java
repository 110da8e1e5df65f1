package io.passim.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Turns a subscription into a stream without a buffer: the subscription's thread waits until the
 * client takes the next item, and whatever comes meanwhile is the subscription's to hold or merge.
 */
final class EventStream<T> {
  private static final Logger LOG = Logger.getLogger(EventStream.class);

  private final MultiEmitter<? super T> emitter;

  /**
   * Items that the client still wants. The emitter's own count falls only when an item is
   * delivered, which another thread may do later.
   */
  private long wanted;

  private EventStream(MultiEmitter<? super T> emitter) {
    this.emitter = emitter;
  }

  /**
   * A stream for each subscriber, from a subscription of its own.
   *
   * @param subscribe begins to call a listener, never on the thread of {@code subscribe} itself,
   *     and returns what ends that
   */
  static <T> Multi<T> of(Function<Consumer<T>, AutoCloseable> subscribe) {
    return Multi.createFrom().emitter(emitter -> new EventStream<T>(emitter).start(subscribe));
  }

  private void start(Function<Consumer<T>, AutoCloseable> subscribe) {
    emitter.onRequest(this::demand);
    demandAtLeast(emitter.requested());
    AutoCloseable subscription = subscribe.apply(this::send);
    emitter.onTermination(() -> {
      close(subscription);
      wake();
    });
  }

  private synchronized void demand(long items) {
    wanted = items > Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + items;
    notifyAll();
  }

  private synchronized void demandAtLeast(long items) {
    wanted = Math.max(wanted, items);
  }

  private synchronized void wake() {
    notifyAll();
  }

  private void send(T item) {
    if (awaitDemand()) {
      emitter.emit(item);
    }
  }

  /** False once nobody listens. */
  private synchronized boolean awaitDemand() {
    try {
      while (wanted == 0 && !emitter.isCancelled()) {
        wait();
      }
      if (wanted > 0 && wanted < Long.MAX_VALUE) {
        wanted--;
      }
      return !emitter.isCancelled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void close(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      LOG.warn("A subscription could not be closed", e);
    }
  }
}
