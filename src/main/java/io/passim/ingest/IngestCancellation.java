package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.ingest.parse.Cancellation;
import io.passim.store.DocumentRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the ingest of a document that waits or is being parsed. One that is being indexed is soon
 * done, and may be a ready one that is indexed anew, which is not to be lost for that.
 */
@Singleton
class IngestCancellation {
  private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

  /** The worker is killed at once; what takes longer is a disk that does not answer. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

  private final DocumentRecords documents;
  private final IngestQueue queue;
  private final DocumentJournal journal;

  @Inject
  IngestCancellation(DocumentRecords documents, IngestQueue queue, DocumentJournal journal) {
    this.documents = documents;
    this.queue = queue;
    this.journal = journal;
  }

  /**
   * Cancels, and waits for the end.
   *
   * @return the document; empty if there is none of that id
   * @throws DocumentRefusedException if its ingest had ended, ended well at the last moment, or has
   *     come as far as the index
   */
  Optional<Document> cancel(DocumentId id) {
    Optional<Document> document = documents.find(id);
    if (document.filter(each -> each.status().isFinal()).isPresent()) {
      throw ended();
    }
    if (document.filter(each -> each.status() == DocumentStatus.INDEXING).isPresent()) {
      throw new DocumentRefusedException(
          "document_indexing",
          "The document has been read and is being indexed, which cannot be cancelled. Delete it if"
              + " it is not wanted.");
    }
    queue.cancel(id, () -> failWaiting(id));
    long began = System.nanoTime();
    while (document.filter(each -> !each.status().isFinal()).isPresent()
        && System.nanoTime() - began < PATIENCE_NANOS) {
      LockSupport.parkNanos(POLL_NANOS);
      document = documents.find(id);
    }
    if (document.filter(each -> each.status() != DocumentStatus.FAILED).isPresent()) {
      throw ended();
    }
    return document;
  }

  private void failWaiting(DocumentId id) {
    documents
        .find(id)
        .filter(document -> !document.status().isFinal())
        .ifPresent(document -> journal.record(document.failed(Cancellation.PROBLEM)));
  }

  private static DocumentRefusedException ended() {
    return new DocumentRefusedException(
        "document_final", "There is nothing to cancel: the ingest has ended.");
  }
}
