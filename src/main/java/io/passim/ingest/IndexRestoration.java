package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.store.DocumentRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far an index that was lost, damaged or emptied has been filled again from the stored texts.
 * Questions asked meanwhile are answered from what is there. Any thread may call any method.
 */
@Singleton
public class IndexRestoration {
  private final DocumentRecords documents;

  // Guarded by this; in the order in which the queue takes them.
  private final Deque<DocumentId> left = new ArrayDeque<>();
  private int total;

  @Inject
  IndexRestoration(DocumentRecords documents) {
    this.documents = documents;
  }

  /** Counts the documents that are to be indexed from their texts at this start. */
  synchronized void begin() {
    documents.unfinished(Integer.MAX_VALUE).stream()
        .filter(document -> document.status() == DocumentStatus.INDEXING)
        .map(Document::id)
        .forEach(left::add);
    total = left.size();
  }

  /** Whether some documents of the last run are not searchable yet. */
  public boolean underWay() {
    return left() > 0;
  }

  /** How many of these documents are left; at times a few more than there are. */
  public synchronized int left() {
    while (!left.isEmpty() && isFinal(left.getFirst())) {
      left.removeFirst();
    }
    return left.size();
  }

  /** How many there were at start; 0 if the index had lost nothing. */
  public synchronized int total() {
    return total;
  }

  private boolean isFinal(DocumentId id) {
    return documents.find(id).map(document -> document.status().isFinal()).orElse(true);
  }
}
