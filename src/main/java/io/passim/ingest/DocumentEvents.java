package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.store.DocumentRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Tells listeners what becomes of the documents of a collection: first of each that is not final,
 * then of each change and deletion.
 *
 * <p>Each listener is called on a virtual thread of its own, one document at a time. What waits for
 * it are ids, each once, and what it is told is the state at that moment: one that falls behind
 * holds nobody up, grows no queue, and is never told an older state after a newer one.
 */
@Singleton
class DocumentEvents {
  private static final Logger LOG = Logger.getLogger(DocumentEvents.class);

  private final DocumentRecords documents;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  @Inject
  DocumentEvents(DocumentRecords documents) {
    this.documents = documents;
  }

  /** Calls {@code listener} until the subscription is closed. */
  AutoCloseable subscribe(String collectionId, DocumentListener listener) {
    Subscription subscription = new Subscription(collectionId, listener);
    subscriptions.add(subscription);
    Thread.ofVirtual().name("passim-document-events").start(subscription::deliver);
    return () -> {
      subscriptions.remove(subscription);
      subscription.close();
    };
  }

  /** Says that a document has been written down or deleted; returns at once. */
  void publish(Document document) {
    for (Subscription subscription : subscriptions) {
      if (subscription.collectionId.equals(document.collectionId())) {
        subscription.offer(document.id());
      }
    }
  }

  private final class Subscription {
    private final String collectionId;
    private final DocumentListener listener;

    // Guarded by this.
    private final Set<DocumentId> pending = new LinkedHashSet<>();
    private boolean closed;

    Subscription(String collectionId, DocumentListener listener) {
      this.collectionId = collectionId;
      this.listener = listener;
    }

    synchronized void offer(DocumentId id) {
      pending.add(id);
      notifyAll();
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }

    private synchronized Optional<DocumentId> take() throws InterruptedException {
      while (pending.isEmpty() && !closed) {
        wait();
      }
      return closed ? Optional.empty() : Optional.of(first());
    }

    private DocumentId first() {
      Iterator<DocumentId> ids = pending.iterator();
      DocumentId first = ids.next();
      ids.remove();
      return first;
    }

    void deliver() {
      try {
        offerUnfinished();
        for (Optional<DocumentId> next = take(); next.isPresent(); next = take()) {
          tell(next.get());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void offerUnfinished() {
      try {
        documents.list(collectionId).stream()
            .filter(document -> !document.status().isFinal())
            .forEach(document -> offer(document.id()));
      } catch (RuntimeException e) {
        LOG.warnf(e, "cannot tell what is being taken in to %s", collectionId);
      }
    }

    private void tell(DocumentId id) {
      try {
        documents.find(id).ifPresentOrElse(listener::changed, () -> listener.deleted(id));
      } catch (RuntimeException e) {
        LOG.debugf(e, "a listener to %s failed", collectionId);
      }
    }
  }
}
