package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells listeners what becomes of the documents of a collection.
 *
 * <p>Each listener is called on a virtual thread of its own, one document at a time. One that falls
 * behind is told the latest state of each document and holds nobody up.
 */
@Singleton
class DocumentEvents {
  private static final Logger LOG = Logger.getLogger(DocumentEvents.class);

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  /** Calls {@code listener} on each change until the subscription is closed. */
  AutoCloseable subscribe(String collectionId, Consumer<Document> listener) {
    Subscription subscription = new Subscription(collectionId, listener);
    subscriptions.add(subscription);
    Thread.ofVirtual().name("passim-document-events").start(subscription::deliver);
    return () -> {
      subscriptions.remove(subscription);
      subscription.close();
    };
  }

  /** Returns at once. */
  void publish(Document document) {
    for (Subscription subscription : subscriptions) {
      if (subscription.collectionId.equals(document.collectionId())) {
        subscription.offer(document);
      }
    }
  }

  private static final class Subscription {
    private final String collectionId;
    private final Consumer<Document> listener;
    private final Map<DocumentId, Document> pending = new LinkedHashMap<>();
    private boolean closed;

    Subscription(String collectionId, Consumer<Document> listener) {
      this.collectionId = collectionId;
      this.listener = listener;
    }

    synchronized void offer(Document document) {
      pending.put(document.id(), document);
      notifyAll();
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }

    private synchronized List<Document> take() throws InterruptedException {
      while (pending.isEmpty() && !closed) {
        wait();
      }
      List<Document> taken = closed ? List.of() : List.copyOf(pending.values());
      pending.clear();
      return taken;
    }

    void deliver() {
      try {
        for (List<Document> next = take(); !next.isEmpty(); next = take()) {
          next.forEach(this::tell);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void tell(Document document) {
      try {
        listener.accept(document);
      } catch (RuntimeException e) {
        LOG.debugf(e, "a listener to %s failed", collectionId);
      }
    }
  }
}
