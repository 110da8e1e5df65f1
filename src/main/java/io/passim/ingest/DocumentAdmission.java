package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  Document admit(String collectionId, String filename, InputStream content) {
    try (Staged staged = originals.stage(content, maxBytes)) {
      String name = Filenames.sanitise(filename);
      String type = typeOf(staged, name);
      Document document =
          new Document(
              new DocumentId(Ids.next("d_")),
              collectionId,
              name,
              Filenames.withoutExtension(name),
              type,
              staged.bytes(),
              staged.complete() ? staged.sha256() : "",
              null,
              0,
              0,
              DocumentStatus.QUEUED,
              0,
              null,
              null,
              Instant.now().truncatedTo(ChronoUnit.MICROS),
              null);
      Problem problem = problemWith(staged, type);
      return insert(staged, problem == null ? document : document.failed(problem));
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

  private Document insert(Staged staged, Document document) {
    lock.lock();
    try {
      try {
        if (staged.complete()) {
          originals.commit(staged);
        }
        return record(document);
      } catch (RuntimeException e) {
        throw withdrawn(document, e);
      }
    } finally {
      lock.unlock();
    }
  }

  private Document record(Document document) {
    Document admitted = document;
    if (document.status() == DocumentStatus.QUEUED) {
      admitted =
          documents
              .findOriginal(document.collectionId(), document.sha256())
              .map(first -> document.duplicateOf(first.id()))
              .orElse(document);
    }
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

  private static String typeOf(Staged staged, String name) {
    if (!staged.complete()) {
      return UNKNOWN_TYPE;
    }
    try {
      return MediaTypes.detect(staged.file(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Problem problemWith(Staged staged, String type) {
    if (!staged.complete()) {
      return new Problem(
          "too_large",
          "The file is larger than the "
              + maxBytes / MEGABYTE
              + " MB that are accepted. Split it, or raise passim.ingest.max-file-size.");
    }
    if (staged.bytes() == 0) {
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
