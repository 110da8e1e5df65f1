package io.passim.web.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document. All keys are always present.
 *
 * @param status {@code queued}, {@code parsing}, {@code indexing}, {@code ready} or {@code failed}
 * @param pages null until parsed
 * @param passages null until indexed
 * @param progress 0 to 1
 */
public record DocumentView(
    String id,
    String collectionId,
    String filename,
    String title,
    String mediaType,
    long bytes,
    String sha256,
    @Nullable String language,
    @Nullable Integer pages,
    @Nullable Integer passages,
    String status,
    double progress,
    @Nullable ReasonView problem,
    @Nullable String duplicateOf,
    Instant uploadedAt,
    @Nullable Instant readyAt) {

  /** Why a document failed. */
  public record ReasonView(String code, String detail) {}
}
