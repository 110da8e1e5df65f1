package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentStatus;
import io.passim.document.DocumentText;
import io.passim.ingest.IngestOutcome.Ready;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.store.DocumentRecords;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Changes what a document is called and filed under, and indexes it anew from its text. */
@Singleton
class MetadataEditor {
  private final DocumentRecords documents;
  private final TextStore texts;
  private final PassageSplitter splitter;
  private final GroupCommit commits;
  private final LibraryLock lock;

  @Inject
  MetadataEditor(
      DocumentRecords documents,
      TextStore texts,
      PassageSplitter splitter,
      GroupCommit commits,
      LibraryLock lock) {
    this.documents = documents;
    this.texts = texts;
    this.splitter = splitter;
    this.commits = commits;
    this.lock = lock;
  }

  /**
   * Changes a document; when this returns, the next question meets the change.
   *
   * @return the document after it; empty if there is none of that id
   * @throws DocumentRefusedException if the change is not valid, or the document is not ready or
   *     repeats another
   */
  Optional<Document> edit(DocumentId id, MetadataChange change) {
    return lock.with(() -> documents.find(id).map(document -> edit(document, change)));
  }

  private Document edit(Document document, MetadataChange change) {
    DocumentMetadata metadata = change.of(document.metadata());
    if (document.status() != DocumentStatus.READY) {
      throw new DocumentRefusedException(
          "document_not_ready", "Only a document that is ready can be edited.");
    }
    if (document.duplicateOf() != null) {
      throw new DocumentRefusedException(
          "document_duplicate",
          "The document repeats " + document.duplicateOf() + ". Edit that one.");
    }
    DocumentText text =
        texts
            .find(document.id())
            .orElseThrow(() ->
                new DocumentRefusedException(
                    "document_not_ready", "The text of the document is missing."));
    // A job until the index has it, so that a crash between the two is made good at the next start.
    Document indexing =
        document.withMetadata(metadata).at(DocumentStatus.INDEXING, DocumentJournal.PARSED);
    documents.update(indexing);
    return commits.recordReady(
                indexing,
                splitter.split(document.id(), text, Objects.requireNonNull(document.language())))
            instanceof Ready(Document ready)
        ? ready
        : indexing;
  }
}
