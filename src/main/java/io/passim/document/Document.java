package io.passim.document;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One version of an uploaded document, as people see it.
 *
 * @param folder where it lay when it was uploaded, such as {@code policies/2026}; empty if nowhere
 * @param bytes size of the original
 * @param sha256 of the original, lower-case hexadecimal
 * @param language ISO 639-1 code, null until parsed
 * @param pages number of pages, 0 until parsed
 * @param pagesWithoutText how many of them show something of which no words are known, such as
 *     scans that were not recognised; 0 until parsed
 * @param passages number of passages, 0 until indexed
 * @param progress of the ingest, 0 to 1
 * @param problem set exactly when the status is {@link DocumentStatus#FAILED}
 * @param duplicateOf the document of the same collection with the same bytes that came first
 * @param replaces the document whose new version this is, null if none; it may have been deleted
 * @param supersededBy the newer version that is in force, null if none. While this one is not
 *     final, it says that this one will never be in force
 * @param startedAt when the parsing began, null before
 */
public record Document(
    DocumentId id,
    String collectionId,
    String folder,
    String filename,
    DocumentMetadata metadata,
    String mediaType,
    long bytes,
    String sha256,
    @Nullable String language,
    int pages,
    int pagesWithoutText,
    int passages,
    DocumentStatus status,
    double progress,
    @Nullable Problem problem,
    @Nullable DocumentId duplicateOf,
    @Nullable DocumentId replaces,
    @Nullable DocumentId supersededBy,
    Instant uploadedAt,
    @Nullable Instant startedAt,
    @Nullable Instant readyAt) {
  public Document {
    if (progress < 0 || progress > 1) {
      throw new IllegalArgumentException("progress must lie in [0, 1]: " + progress);
    }
    if ((status == DocumentStatus.FAILED) != (problem != null)) {
      throw new IllegalArgumentException(
          "a problem belongs to failed documents only: " + status + ", " + problem);
    }
  }

  /** An upload that waits to be taken in. */
  public static Document queued(
      DocumentId id, String collectionId, String folder, String filename, Instant uploadedAt) {
    return new Document(
        id,
        collectionId,
        folder,
        filename,
        DocumentMetadata.of(filename, List.of()),
        "",
        0,
        "",
        null,
        0,
        0,
        0,
        DocumentStatus.QUEUED,
        0,
        null,
        null,
        null,
        null,
        uploadedAt,
        null,
        null);
  }

  public String title() {
    return metadata.title();
  }

  /** The same document made of these bytes. */
  public Document withContent(String mediaType, long bytes, String sha256) {
    return with(draft -> {
      draft.mediaType = mediaType;
      draft.bytes = bytes;
      draft.sha256 = sha256;
    });
  }

  /** The same document under another title, author, date and tags. */
  public Document withMetadata(DocumentMetadata metadata) {
    return with(draft -> draft.metadata = metadata);
  }

  /** The same document, which waits to be taken in from the beginning. */
  public Document queuedAgain() {
    return at(DocumentStatus.QUEUED, 0).with(draft -> draft.startedAt = null);
  }

  /** The same document, whose parsing begins. */
  public Document started(Instant at) {
    return at(DocumentStatus.PARSING, 0).with(draft -> draft.startedAt = at);
  }

  /** The same document further on in its ingest. */
  public Document at(DocumentStatus status, double progress) {
    return with(draft -> {
      draft.status = status;
      draft.progress = progress;
      draft.problem = null;
      draft.readyAt = null;
    });
  }

  /** The same document with what parsing found out. */
  public Document parsed(DocumentMetadata metadata, String language, int pages) {
    return with(draft -> {
      draft.metadata = metadata;
      draft.language = language;
      draft.pages = pages;
    });
  }

  /** The same document, in whose text the words of so many pages are missing. */
  public Document withoutTextOn(int pages) {
    return with(draft -> draft.pagesWithoutText = pages);
  }

  /** The same document, which the next question can find. */
  public Document ready(int passages, Instant at) {
    return with(draft -> {
      draft.passages = passages;
      draft.status = DocumentStatus.READY;
      draft.progress = 1;
      draft.problem = null;
      draft.readyAt = at;
    });
  }

  /** The same document, in whose place {@code successor} is now. */
  public Document superseded(DocumentId successor) {
    return with(draft -> {
      draft.status = DocumentStatus.SUPERSEDED;
      draft.progress = 1;
      draft.problem = null;
      draft.duplicateOf = null;
      draft.supersededBy = successor;
    });
  }

  /** The same document, which will not become ready. */
  public Document failed(Problem reason) {
    return with(draft -> {
      draft.status = DocumentStatus.FAILED;
      draft.problem = reason;
      draft.duplicateOf = null;
      draft.readyAt = null;
    });
  }

  /** The same document, whose words stand in {@code first}; or for null, in itself. */
  public Document duplicateOf(@Nullable DocumentId first) {
    return with(draft -> draft.duplicateOf = first);
  }

  /** The same document as the new version of another; or for null, of none. */
  public Document replaces(@Nullable DocumentId predecessor) {
    return with(draft -> draft.replaces = predecessor);
  }

  private Document with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.document(this);
  }

  /** The parts that change in the life of a document. */
  private static final class Draft {
    private DocumentMetadata metadata;
    private String mediaType;
    private long bytes;
    private String sha256;
    private @Nullable String language;
    private int pages;
    private int pagesWithoutText;
    private int passages;
    private DocumentStatus status;
    private double progress;
    private @Nullable Problem problem;
    private @Nullable DocumentId duplicateOf;
    private @Nullable DocumentId replaces;
    private @Nullable DocumentId supersededBy;
    private @Nullable Instant startedAt;
    private @Nullable Instant readyAt;

    Draft(Document from) {
      metadata = from.metadata;
      mediaType = from.mediaType;
      bytes = from.bytes;
      sha256 = from.sha256;
      language = from.language;
      pages = from.pages;
      pagesWithoutText = from.pagesWithoutText;
      passages = from.passages;
      status = from.status;
      progress = from.progress;
      problem = from.problem;
      duplicateOf = from.duplicateOf;
      replaces = from.replaces;
      supersededBy = from.supersededBy;
      startedAt = from.startedAt;
      readyAt = from.readyAt;
    }

    Document document(Document from) {
      return new Document(
          from.id,
          from.collectionId,
          from.folder,
          from.filename,
          metadata,
          mediaType,
          bytes,
          sha256,
          language,
          pages,
          pagesWithoutText,
          passages,
          status,
          progress,
          problem,
          duplicateOf,
          replaces,
          supersededBy,
          from.uploadedAt,
          startedAt,
          readyAt);
    }
  }
}
