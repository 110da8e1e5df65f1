package io.passim.document;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are asked, and which of their passages. One lies within it if every part says so.
 *
 * @param collectionIds in one of these; empty for any
 * @param tags with at least one of these; empty for any
 * @param languages passages in one of these, by ISO 639 code; empty for any
 * @param from of this day or later; a document without a date is outside. Null for any
 * @param to of this day or earlier; a document without a date is outside. Null for any
 */
public record DocumentScope(
    Set<String> collectionIds,
    Set<String> tags,
    Set<String> languages,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  /** All documents. */
  public static final DocumentScope EVERYWHERE = within(Set.of());

  public DocumentScope {
    collectionIds = Set.copyOf(collectionIds);
    tags = Set.copyOf(tags);
    languages = Set.copyOf(languages);
  }

  /** All documents of these collections; of all if there are none. */
  public static DocumentScope within(Set<String> collectionIds) {
    return new DocumentScope(collectionIds, Set.of(), Set.of(), null, null);
  }
}
