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
  private final DocumentLinker linker;
  private final long maxBytes;
  private final Lock lock = new ReentrantLock();

  @Inject
  DocumentAdmission(OriginalStore originals, DocumentRecords documents, IngestConfig config) {
    this.originals = originals;
    this.documents = documents;
    linker = new DocumentLinker(documents);
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
   * Queues a document again: a failed one itself; of one that is ready, or was superseded and has
   * nothing in its place any more, a new version made of the same original.
   *
   * @return what is to be ingested, or failed again at once; empty if there is none of that id
   * @throws DocumentRefusedException if it is none of these, another has come in its place or in
   *     that of the one it was to replace, or its original is gone
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
      case READY, SUPERSEDED -> repeat(again);
      default ->
          throw new DocumentRefusedException(
              "document_in_progress", "The document is being taken in.");
    };
  }

  private Document retry(Document failed) {
    linker.requireNotOvertaken(failed);
    Problem problem = problemWith(failed);
    Document again =
        problem == null ? linker.deduplicated(failed.queuedAgain()) : failed.failed(problem);
    documents.update(again);
    return again;
  }

  private Document repeat(Document document) {
    if (document.duplicateOf() != null) {
      throw new DocumentRefusedException(
          "document_duplicate",
          "The document repeats " + document.duplicateOf() + ". Read that one.");
    }
    linker.requireNoneNewer(document);
    Document version =
        Document.queued(
                new DocumentId(Ids.next("d_")),
                document.collectionId(),
                document.folder(),
                document.filename(),
                DocumentJournal.now())
            .withMetadata(document.metadata())
            .withContent(document.mediaType(), document.bytes(), document.sha256())
            .replaces(document.id());
    boolean inForce = document.status() == DocumentStatus.READY;
    // One in force has these bytes itself, and is to be read again all the same.
    Document admitted = inForce ? version : linker.deduplicated(version);
    if (!documents.insert(admitted)) {
      throw new CollectionNotFoundException(document.collectionId());
    }
    return admitted;
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
    Document admitted = linker.linked(document, submission.replaces());
    if (!documents.insert(admitted)) {
      throw new CollectionNotFoundException(document.collectionId());
    }
    return admitted;
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
