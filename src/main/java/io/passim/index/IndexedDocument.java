package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.Passage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a document beside its passages.
 *
 * @param language ISO 639-1 code that chooses the analyser; others than {@code en} and {@code fr}
 *     are indexed without stemming
 * @param date the day that the document bears, null if unknown
 */
public record IndexedDocument(
    DocumentId id,
    String collectionId,
    String filename,
    String title,
    String language,
    List<String> tags,
    @Nullable LocalDate date,
    Instant uploadedAt) {
  public IndexedDocument {
    tags = List.copyOf(tags);
  }

  /** The language of one of its passages. */
  public String languageOf(Passage passage) {
    return Objects.requireNonNullElse(passage.language(), language);
  }
}
