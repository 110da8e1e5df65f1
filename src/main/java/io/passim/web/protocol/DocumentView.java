package io.passim.web.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document. All keys but {@code pagesWithoutText} are always present.
 *
 * @param status "queued", "parsing", "indexing", "ready", "superseded" or "failed"
 * @param pages null until parsed
 * @param passages null until indexed
 * @param progress 0 to 1
 * @param folder where it lay when it was uploaded, null if nowhere
 * @param date the day that it bears, null if unknown
 * @param replaces the document whose new version this is
 * @param supersededBy the newer version that is in force
 * @param startedAt when parsing began
 * @param pagesWithoutText how many pages show something of which no words are known, such as scans
 *     that were not recognised; left out if there are none
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
    @Nullable Instant readyAt,
    @Nullable String folder,
    @Nullable String author,
    @Nullable LocalDate date,
    List<String> tags,
    @Nullable String replaces,
    @Nullable String supersededBy,
    @Nullable Instant startedAt,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int pagesWithoutText) {

  /** Why a document failed, or waits. */
  public record ReasonView(String code, String detail) {}
}
