package io.passim.ingest;

import io.passim.document.DamagedTextException;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.RecognisedWord;
import io.passim.ingest.IngestRate.Rate;
import io.passim.store.DocumentRecords;
import io.passim.store.DocumentRecords.Backlog;
import io.passim.store.OriginalStore;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents, as people see and change them.
 *
 * <p>What a method has changed when it returns survives any crash. Failures of the disk or the
 * database are unchecked exceptions. Any thread may call any method; uploads and deletions block on
 * the disk.
 */
@Singleton
public class DocumentLibrary {
  private final DocumentRecords documents;
  private final OriginalStore originals;
  private final TextStore texts;
  private final DocumentAdmission admission;
  private final DocumentRemoval removal;
  private final IngestQueue queue;
  private final DocumentEvents events;
  private final IngestCancellation cancellation;
  private final MetadataEditor editor;
  private final IngestRate rate;
  private final PassageVectors vectors;

  @Inject
  DocumentLibrary(
      DocumentRecords documents,
      OriginalStore originals,
      TextStore texts,
      DocumentAdmission admission,
      DocumentRemoval removal,
      IngestQueue queue,
      DocumentEvents events,
      IngestCancellation cancellation,
      MetadataEditor editor,
      IngestRate rate,
      PassageVectors vectors) {
    this.documents = documents;
    this.originals = originals;
    this.texts = texts;
    this.admission = admission;
    this.removal = removal;
    this.queue = queue;
    this.events = events;
    this.cancellation = cancellation;
    this.editor = editor;
    this.rate = rate;
    this.vectors = vectors;
  }

  /**
   * Takes an upload in, to its end or to the size limit; does not close {@code content}.
   *
   * @return the document: queued, or failed with {@code empty_file}, {@code too_large} or {@code
   *     unsupported_media_type}. It is listed either way, and its original is kept unless it is too
   *     large.
   * @throws CollectionNotFoundException if there is no such collection
   * @throws DocumentRefusedException if it is to replace a document that is not there or superseded
   * @throws java.io.UncheckedIOException if the upload breaks off or the disk refuses it; nothing
   *     is kept then
   */
  public Document submit(String collectionId, Submission submission, InputStream content) {
    return queued(admission.admit(collectionId, submission, content));
  }

  /**
   * Takes uploads in, all or none.
   *
   * @return their documents in the same order, as by the other method
   * @throws CollectionNotFoundException if there is no such collection
   * @throws DocumentRefusedException if one is to replace a document that is not there or
   *     superseded
   * @throws java.io.UncheckedIOException if one cannot be read or the disk refuses it; nothing is
   *     kept then
   */
  public List<Document> submit(String collectionId, List<Upload> uploads) {
    List<Document> admitted = admission.admit(collectionId, uploads);
    admitted.forEach(events::publish);
    queue.wake();
    return admitted;
  }

  /**
   * Takes a failed document in again, or makes a new version from the same original of a ready one,
   * or of a superseded one in whose place there is nothing any more.
   *
   * @return the document that is queued, or has failed again at once; empty if there is none of
   *     that id
   * @throws DocumentRefusedException if it is under way or a duplicate, another is in its place or
   *     in that of the one it was to replace, or its original was not kept
   */
  public Optional<Document> ingestAgain(DocumentId id) {
    return admission.readmit(id).map(this::queued);
  }

  /**
   * Ends the ingest of a document: it fails with {@code cancelled}, and its original is kept.
   *
   * @return the document; empty if there is none of that id
   * @throws DocumentRefusedException if its ingest had ended or is at the index
   */
  public Optional<Document> cancel(DocumentId id) {
    return cancellation.cancel(id);
  }

  /**
   * Changes what a document is called and filed under; the next question meets the change.
   *
   * @return the document; empty if there is none of that id
   * @throws DocumentRefusedException if the change is not valid, or the document is not ready or
   *     repeats another
   */
  public Optional<Document> edit(DocumentId id, MetadataChange change) {
    Optional<Document> edited = editor.edit(id, change);
    queue.wake();
    return edited;
  }

  /** Whether there was a document of that id. */
  public boolean wasDeleted(DocumentId id) {
    return documents.wasDeleted(id);
  }

  /** What is being taken in, in all collections. */
  public IngestStatus status() {
    Backlog backlog = documents.backlog();
    int running = Math.min(queue.running(), backlog.documents());
    Rate rate = this.rate.rate().orElse(null);
    return new IngestStatus(
        backlog.documents() - running,
        running,
        backlog.bytes(),
        rate == null ? null : rate.bytes(),
        rate == null ? null : rate.pages(),
        rate == null || backlog.documents() == 0 || rate.bytes() <= 0
            ? null
            : Duration.ofMillis(Math.round(1000 * backlog.bytes() / rate.bytes())),
        vectors.waiting(),
        queue.stalled());
  }

  /** The documents of a collection in upload order; none if there is no such collection. */
  public List<Document> documents(String collectionId) {
    return documents.list(collectionId);
  }

  public Optional<Document> document(DocumentId id) {
    return documents.find(id);
  }

  /** The normalised text; of a duplicate, that of the first. Empty until it is parsed. */
  public Optional<DocumentText> text(DocumentId id) {
    return documents.find(id).flatMap(document -> texts.find(withText(document)));
  }

  /**
   * The words that text recognition has read on a page, in the order of the normalised text; of a
   * duplicate, those of the first. None if the page has a text of its own, or was read before the
   * places of words were kept.
   *
   * @param page counted from 1
   * @throws DamagedTextException if what was kept of them is damaged
   */
  public List<RecognisedWord> words(DocumentId id, int page) {
    return documents
        .find(id)
        .map(document -> texts.words(withText(document), page))
        .orElse(List.of());
  }

  /** The pages of which {@link #words} has any; none where what was kept of them is damaged. */
  public Set<Integer> pagesWithWords(DocumentId id) {
    try {
      return documents
          .find(id)
          .map(document -> texts.pagesWithWords(withText(document)))
          .orElse(Set.of());
    } catch (DamagedTextException e) {
      return Set.of();
    }
  }

  private static DocumentId withText(Document document) {
    DocumentId first = document.duplicateOf();
    return first == null ? document.id() : first;
  }

  /** The bytes as they were uploaded, to be read only; empty if they were refused as too large. */
  public Optional<Path> original(DocumentId id) {
    return documents.find(id).flatMap(document -> originals.find(document.sha256()));
  }

  /**
   * Deletes a document with its text, passages and, if no other has the same bytes, its original.
   * When it returns, the next question cannot find it. A duplicate of it takes its place.
   *
   * @return false if there is none of that id
   */
  public boolean delete(DocumentId id) {
    Optional<Document> document = documents.find(id);
    document.ifPresent(each -> delete(List.of(each)));
    return document.isPresent();
  }

  /** Deletes documents in one step, each as by the other method. */
  void delete(List<Document> deleted) {
    if (deleted.isEmpty()) {
      return;
    }
    removal.remove(deleted).forEach(events::publish);
    deleted.forEach(events::publish);
    deleted.forEach(document -> queue.cancel(document.id(), () -> {}));
    queue.wake();
  }

  /**
   * Tells {@code listener} of each document of the collection that is not final, then of each
   * change and deletion, on a thread of its own and never two at once, until the subscription is
   * closed. It is told the state of that moment: a slow listener misses intermediate states, not
   * the last one.
   */
  public AutoCloseable subscribe(String collectionId, DocumentListener listener) {
    return events.subscribe(collectionId, listener);
  }

  private Document queued(Document document) {
    events.publish(document);
    queue.wake();
    return document;
  }
}
