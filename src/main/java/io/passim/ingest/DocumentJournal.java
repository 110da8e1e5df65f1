package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Passage;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageIndex;
import io.passim.store.DocumentRecords;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes down how far a document has come, in the order that keeps each status true: text before
 * {@code indexing}, index before {@code ready}. All of it is void once the document is deleted.
 */
@Singleton
class DocumentJournal {
  private final DocumentRecords documents;
  private final TextStore texts;
  private final PassageIndex index;
  private final DocumentLocks locks;
  private final DocumentEvents events;

  @Inject
  DocumentJournal(
      DocumentRecords documents,
      TextStore texts,
      PassageIndex index,
      DocumentLocks locks,
      DocumentEvents events) {
    this.documents = documents;
    this.texts = texts;
    this.index = index;
    this.locks = locks;
    this.events = events;
  }

  /**
   * Records a state.
   *
   * @return false if the document has been deleted
   */
  boolean record(Document document) {
    boolean there = documents.update(document);
    if (there) {
      events.publish(document);
    }
    return there;
  }

  /** Keeps the text of a document and records that it is being indexed; false if deleted. */
  boolean recordText(Document indexing, DocumentText text) {
    return locks.with(
        indexing.id(),
        () -> {
          if (documents.find(indexing.id()).isEmpty()) {
            return false;
          }
          texts.put(indexing.id(), text);
          return record(indexing);
        });
  }

  /** Makes a document searchable and records that it is. */
  IngestOutcome recordReady(Document document, List<Passage> passages) {
    return locks.with(
        document.id(),
        () -> {
          if (documents.find(document.id()).isEmpty()) {
            return new IngestOutcome.Withdrawn(document.id());
          }
          index.put(
              new IndexedDocument(
                  document.id(),
                  document.collectionId(),
                  document.filename(),
                  document.title(),
                  Objects.requireNonNull(document.language()),
                  document.uploadedAt()),
              passages);
          Document ready = document.ready(passages.size(), now());
          record(ready);
          return new IngestOutcome.Ready(ready);
        });
  }

  /**
   * Settles a duplicate while the document that it repeats cannot be deleted.
   *
   * @return empty if the first is not ready: the duplicate is to be ingested itself
   */
  Optional<IngestOutcome> recordDuplicate(Document document, DocumentId firstId) {
    return locks.with(
        firstId,
        () ->
            documents
                .find(firstId)
                .filter(first -> first.readyAt() != null)
                .map(settle(document.id(), firstId)));
  }

  private Function<Document, IngestOutcome> settle(DocumentId id, DocumentId firstId) {
    return first -> {
      Document ready =
          documents
              .find(id)
              .filter(duplicate -> firstId.equals(duplicate.duplicateOf()))
              .map(duplicate ->
                  duplicate
                      .parsed(
                          first.title(), Objects.requireNonNull(first.language()), first.pages())
                      .ready(first.passages(), now()))
              .filter(this::record)
              .orElse(null);
      return ready == null
          ? new IngestOutcome.Withdrawn(id)
          : new IngestOutcome.Duplicate(ready, first);
    };
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
