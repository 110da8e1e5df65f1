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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
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
      return insert(List.of(new Arrival(staged, document(collectionId, submission, staged))))
          .getFirst();
    }
  }

  /**
   * Keeps uploads, all or none: nobody is told of one that is kept while another is not, and it
   * must not take the place of another document.
   *
   * @return their documents, as by the other method
   * @throws CollectionNotFoundException if there is no such collection
   * @throws UncheckedIOException if one cannot be read or the disk refuses it; nothing is kept
   */
  List<Document> admit(String collectionId, List<Upload> uploads) {
    List<Arrival> arrivals = new ArrayList<>();
    try {
      for (Upload upload : uploads) {
        Staged staged = stage(upload.file());
        arrivals.add(new Arrival(staged, document(collectionId, upload.submission(), staged)));
      }
      return insert(arrivals);
    } finally {
      arrivals.forEach(arrival -> arrival.staged.close());
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
            .withMetadata(document.metadata().tagged(List.of()).following(document.metadata()))
            .withContent(document.mediaType(), document.bytes(), document.sha256())
            .replaces(document.id());
    boolean inForce = document.status() == DocumentStatus.READY;
    // One in force has these bytes itself, and is to be read again all the same.
    UnaryOperator<Document> link = inForce ? UnaryOperator.identity() : linker::deduplicated;
    return inserted(List.of(version), link).getFirst();
  }

  /** An upload that is on disk, and what it is to become. */
  private record Arrival(Staged staged, Document document) {}

  private Staged stage(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return originals.stage(content, maxBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of documents there already, it names at most what the client has named. */
  private Document document(String collectionId, Submission submission, Staged staged) {
    String name = Filenames.sanitise(submission.filename());
    Document document =
        Document.queued(
                new DocumentId(Ids.next("d_")),
                collectionId,
                Filenames.sanitiseFolder(submission.folder()),
                name,
                DocumentJournal.now())
            .withMetadata(DocumentMetadata.of(Filenames.withoutExtension(name), submission.tags()))
            .withContent(
                staged.complete() ? typeOf(staged.file(), name) : UNKNOWN_TYPE,
                staged.bytes(),
                staged.complete() ? staged.sha256() : "")
            .replaces(submission.replaces());
    Problem problem = staged.complete() ? problemWith(document) : tooLarge();
    return problem == null ? document : document.failed(problem);
  }

  private List<Document> insert(List<Arrival> arrivals) {
    List<Document> arrived = arrivals.stream().map(Arrival::document).toList();
    lock.lock();
    try {
      try {
        arrivals.stream().map(Arrival::staged).filter(Staged::complete).forEach(originals::commit);
        return inserted(arrived, linker::linked);
      } catch (RuntimeException e) {
        throw withdrawn(arrived, e);
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Document> inserted(List<Document> arrived, UnaryOperator<Document> link) {
    List<Document> inserted = documents.insert(arrived, link);
    if (inserted.isEmpty()) {
      throw new CollectionNotFoundException(arrived.getFirst().collectionId());
    }
    return inserted;
  }

  /** Leaves nothing of uploads that cannot be recorded; a disk's failure surfaces as one. */
  private RuntimeException withdrawn(List<Document> arrived, RuntimeException failure) {
    try {
      arrived.forEach(document -> release(document.sha256()));
    } catch (RuntimeException e) {
      // The next start removes the originals.
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
