package io.passim.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document is called and filed under.
 *
 * @param author null if unknown
 * @param date the day that the document bears, null if unknown
 * @param tags lower case, sorted, each once
 * @param edited whether a person has written it: what the file says is then left aside
 */
public record DocumentMetadata(
    String title,
    @Nullable String author,
    @Nullable LocalDate date,
    List<String> tags,
    boolean edited) {
  public DocumentMetadata {
    tags = tags.stream().distinct().sorted().toList();
  }

  /** What is known of a file before it is read. */
  public static DocumentMetadata of(String title, List<String> tags) {
    return new DocumentMetadata(title, null, null, tags, false);
  }

  /** The same with what the file says, unless a person has said otherwise. */
  public DocumentMetadata parsed(String title, @Nullable String author, @Nullable LocalDate date) {
    return edited ? this : new DocumentMetadata(title, author, date, tags, false);
  }

  /** The same under these tags. */
  public DocumentMetadata tagged(List<String> tags) {
    return new DocumentMetadata(title, author, date, tags, edited);
  }
}
