package io.passim.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an uploaded document, as people see it.
 *
 * @param bytes size of the original
 * @param sha256 of the original, lower-case hexadecimal
 * @param language ISO 639-1 code, null until parsed
 * @param pages number of pages, 0 until parsed
 * @param passages number of passages, 0 until indexed
 * @param progress of the ingest, 0 to 1
 * @param problem set exactly when the status is {@link DocumentStatus#FAILED}
 * @param duplicateOf the document of the same collection with the same bytes that came first
 */
public record Document(
    DocumentId id,
    String collectionId,
    String filename,
    String title,
    String mediaType,
    long bytes,
    String sha256,
    @Nullable String language,
    int pages,
    int passages,
    DocumentStatus status,
    double progress,
    @Nullable Problem problem,
    @Nullable DocumentId duplicateOf,
    Instant uploadedAt,
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

  /** The same document further on in its ingest. */
  public Document at(DocumentStatus status, double progress) {
    return new Document(
        id,
        collectionId,
        filename,
        title,
        mediaType,
        bytes,
        sha256,
        language,
        pages,
        passages,
        status,
        progress,
        null,
        duplicateOf,
        uploadedAt,
        null);
  }

  /** The same document with what parsing found out. */
  public Document parsed(String title, String language, int pages) {
    return new Document(
        id,
        collectionId,
        filename,
        title,
        mediaType,
        bytes,
        sha256,
        language,
        pages,
        passages,
        status,
        progress,
        problem,
        duplicateOf,
        uploadedAt,
        readyAt);
  }

  /** The same document, which the next question can find. */
  public Document ready(int passages, Instant at) {
    return new Document(
        id,
        collectionId,
        filename,
        title,
        mediaType,
        bytes,
        sha256,
        language,
        pages,
        passages,
        DocumentStatus.READY,
        1,
        null,
        duplicateOf,
        uploadedAt,
        at);
  }

  /** The same document, which will not become ready. */
  public Document failed(Problem reason) {
    return new Document(
        id,
        collectionId,
        filename,
        title,
        mediaType,
        bytes,
        sha256,
        language,
        pages,
        passages,
        DocumentStatus.FAILED,
        progress,
        reason,
        null,
        uploadedAt,
        null);
  }

  /** The same document, whose words stand in {@code first}; or for null, in itself. */
  public Document duplicateOf(@Nullable DocumentId first) {
    return new Document(
        id,
        collectionId,
        filename,
        title,
        mediaType,
        bytes,
        sha256,
        language,
        pages,
        passages,
        status,
        progress,
        problem,
        first,
        uploadedAt,
        readyAt);
  }
}
