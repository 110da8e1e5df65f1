package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import io.passim.ingest.parse.Filenames;
import io.passim.ingest.parse.MediaTypes;
import io.passim.store.DocumentRecords;
import io.passim.store.OriginalStore;
import io.passim.store.OriginalStore.Staged;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets uploads in, and originals out: the only place where the two change, so that no original goes
 * while a document that needs it comes, and equal uploads know of each other.
 */
@Singleton
class DocumentAdmission {
  private static final long MEGABYTE = 1 << 20;
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final OriginalStore originals;
  private final DocumentRecords documents;
  private final long maxBytes;
  private final Lock lock = new ReentrantLock();

  @Inject
  DocumentAdmission(OriginalStore originals, DocumentRecords documents, IngestConfig config) {
    this.originals = originals;
    this.documents = documents;
    maxBytes = config.maxFileSize().asLongValue();
  }

  /**
   * Keeps an upload.
   *
   * @return the document, queued or failed, whose original and row are on stable storage
   * @throws CollectionNotFoundException if there is no such collection
   * @throws UncheckedIOException if the upload breaks off or the disk refuses it; nothing is kept
   */
  Document admit(String collectionId, Submission submission, InputStream content) {
    try (Staged staged = originals.stage(content, maxBytes)) {
      String name = Filenames.sanitise(submission.filename());
      Document document =
          Document.queued(
                  new DocumentId(Ids.next("d_")),
                  collectionId,
                  Filenames.sanitiseFolder(submission.folder()),
                  name,
                  DocumentJournal.now())
              .withMetadata(
                  DocumentMetadata.of(Filenames.withoutExtension(name), submission.tags()))
              .withContent(
                  staged.complete() ? typeOf(staged.file(), name) : UNKNOWN_TYPE,
                  staged.bytes(),
                  staged.complete() ? staged.sha256() : "");
      Problem problem = staged.complete() ? problemWith(document) : tooLarge();
      return insert(staged, problem == null ? document : document.failed(problem), submission);
    }
  }

  /**
   * Queues a document again: a failed one itself, of a ready one a new version made of the same
   * original.
   *
   * @return what is to be ingested, or failed again at once; empty if there is none of that id
   * @throws DocumentRefusedException if it is neither, or its original is gone
   */
  Optional<Document> readmit(DocumentId id) {
    lock.lock();
    try {
      return documents.find(id).map(this::readmit);
    } finally {
      lock.unlock();
    }
  }

  /** Removes an original if no document needs it any more. */
  void release(String sha256) {
    lock.lock();
    try {
      if (documents.countByContent(sha256) == 0) {
        originals.delete(sha256);
      }
    } finally {
      lock.unlock();
    }
  }

  private Document readmit(Document document) {
    Path original =
        originals
            .find(document.sha256())
            .orElseThrow(() ->
                new DocumentRefusedException(
                    "original_not_kept", "The original was not kept. Upload it again."));
    Document again =
        document.withContent(
            typeOf(original, document.filename()), document.bytes(), document.sha256());
    return switch (document.status()) {
      case FAILED -> retry(again);
      case READY -> repeat(again);
      case SUPERSEDED -> throw superseded();
      default ->
          throw new DocumentRefusedException(
              "document_in_progress", "The document is being taken in.");
    };
  }

  private Document retry(Document failed) {
    boolean newer =
        documents
            .findLatest(failed.collectionId(), failed.folder(), failed.filename())
            .filter(latest -> latest.uploadedAt().isAfter(failed.uploadedAt()))
            .isPresent();
    if (newer) {
      throw superseded();
    }
    Problem problem = problemWith(failed);
    Document again = problem == null ? failed.queuedAgain() : failed.failed(problem);
    documents.update(again);
    return again;
  }

  private Document repeat(Document ready) {
    if (ready.duplicateOf() != null) {
      throw new DocumentRefusedException(
          "document_duplicate", "The document repeats " + ready.duplicateOf() + ". Read that one.");
    }
    if (documents.findReplacement(ready.id()).isPresent()) {
      throw new DocumentRefusedException(
          "document_in_progress", "A new version of the document is being taken in.");
    }
    Document version =
        Document.queued(
                new DocumentId(Ids.next("d_")),
                ready.collectionId(),
                ready.folder(),
                ready.filename(),
                DocumentJournal.now())
            .withMetadata(ready.metadata())
            .withContent(ready.mediaType(), ready.bytes(), ready.sha256())
            .replaces(ready.id());
    if (!documents.insert(version)) {
      throw new CollectionNotFoundException(ready.collectionId());
    }
    return version;
  }

  private static DocumentRefusedException superseded() {
    return new DocumentRefusedException(
        "document_superseded", "A newer version of the document is in force.");
  }

  private Document insert(Staged staged, Document document, Submission submission) {
    lock.lock();
    try {
      try {
        if (staged.complete()) {
          originals.commit(staged);
        }
        return record(document, submission);
      } catch (RuntimeException e) {
        throw withdrawn(document, e);
      }
    } finally {
      lock.unlock();
    }
  }

  private Document record(Document document, Submission submission) {
    Optional<Document> predecessor = predecessor(document, submission);
    Document admitted =
        document.status() == DocumentStatus.QUEUED
            ? linked(document, predecessor.orElse(null))
            : document;
    if (!documents.insert(admitted)) {
      throw new CollectionNotFoundException(document.collectionId());
    }
    return admitted;
  }

  /** A new version keeps what people have written of the one before it. */
  private Document linked(Document document, @Nullable Document predecessor) {
    Document linked =
        documents
            .findOriginal(document.collectionId(), document.sha256())
            .map(first -> document.duplicateOf(first.id()))
            .orElse(document);
    if (predecessor == null) {
      return linked;
    }
    return linked
        .replaces(predecessor.id())
        .withMetadata(document.metadata().following(predecessor.metadata()));
  }

  /** The document whose new version this is: the one that the client names, else its namesake. */
  private Optional<Document> predecessor(Document document, Submission submission) {
    DocumentId named = submission.replaces();
    Optional<Document> meant =
        named == null
            ? documents.findLatest(document.collectionId(), document.folder(), document.filename())
            : Optional.of(replaceable(named, document.collectionId()));
    return meant.map(this::newest).filter(each -> !each.sha256().equals(document.sha256()));
  }

  /** The last in the line of versions that one begins. */
  private Document newest(Document document) {
    Document newest = document;
    Optional<Document> next = documents.findReplacement(document.id());
    while (next.isPresent()) {
      newest = next.get();
      next = documents.findReplacement(newest.id());
    }
    return newest;
  }

  private Document replaceable(DocumentId id, String collectionId) {
    return documents
        .find(id)
        .filter(each -> each.collectionId().equals(collectionId))
        .filter(each -> each.supersededBy() == null && each.status() != DocumentStatus.SUPERSEDED)
        .orElseThrow(() ->
            new DocumentRefusedException(
                "replaces_invalid",
                "There is no document " + id + " in force in this collection to replace."));
  }

  /** Leaves nothing of an upload that cannot be recorded; a disk's failure surfaces as one. */
  private RuntimeException withdrawn(Document document, RuntimeException failure) {
    try {
      release(document.sha256());
    } catch (RuntimeException e) {
      // The next start removes the original.
      failure.addSuppressed(e);
    }
    return StorageFailures.ofDisk(failure) && !(failure instanceof UncheckedIOException)
        ? new UncheckedIOException(new IOException("cannot record an upload", failure))
        : failure;
  }

  private static String typeOf(Path file, String name) {
    try {
      return MediaTypes.detect(file, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Problem tooLarge() {
    return new Problem(
        "too_large",
        "The file is larger than the "
            + maxBytes / MEGABYTE
            + " MB that are accepted. Split it, or raise passim.ingest.max-file-size.");
  }

  private static @Nullable Problem problemWith(Document document) {
    String type = document.mediaType();
    if (document.bytes() == 0) {
      return new Problem("empty_file", "The file is empty: it holds no bytes.");
    }
    if (!MediaTypes.ACCEPTED.contains(type)) {
      return new Problem(
          "unsupported_media_type",
          "The file is of type " + type + ". Passim reads " + MediaTypes.IN_WORDS + ".");
    }
    return null;
  }
}
