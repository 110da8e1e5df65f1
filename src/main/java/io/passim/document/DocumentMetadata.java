package io.passim.document;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document is called and filed under.
 *
 * @param author null if unknown
 * @param date the day that the document bears, null if unknown
 * @param tags lower case, sorted, each once
 * @param edited the parts that a person has written, of this version or of one before it: what the
 *     file says of them is left aside
 */
public record DocumentMetadata(
    String title,
    @Nullable String author,
    @Nullable LocalDate date,
    List<String> tags,
    Set<Part> edited) {
  /** A part that can be changed without the others. */
  public enum Part {
    TITLE,
    AUTHOR,
    DATE,
    TAGS
  }

  public DocumentMetadata {
    tags = tags.stream().distinct().sorted().toList();
    edited = Set.copyOf(edited);
  }

  /** What is known of a file before it is read. */
  public static DocumentMetadata of(String title, List<String> tags) {
    return new DocumentMetadata(title, null, null, tags, Set.of());
  }

  /** The same with what the file says, but for what a person has said. */
  public DocumentMetadata parsed(String title, @Nullable String author, @Nullable LocalDate date) {
    return new DocumentMetadata(
        edited.contains(Part.TITLE) ? this.title : title,
        edited.contains(Part.AUTHOR) ? this.author : author,
        edited.contains(Part.DATE) ? this.date : date,
        tags,
        edited);
  }

  /**
   * The same as a new version of {@code earlier}: with what a person has written of that, and under
   * its tags unless it has its own. What has followed a version follows it again when more has been
   * written of that one.
   */
  public DocumentMetadata following(DocumentMetadata earlier) {
    boolean ownTags = !tags.isEmpty() && !edited.contains(Part.TAGS);
    Set<Part> kept = EnumSet.noneOf(Part.class);
    kept.addAll(earlier.edited);
    if (ownTags) {
      kept.remove(Part.TAGS);
    } else {
      kept.add(Part.TAGS);
    }
    return new DocumentMetadata(
        kept.contains(Part.TITLE) ? earlier.title : title,
        kept.contains(Part.AUTHOR) ? earlier.author : author,
        kept.contains(Part.DATE) ? earlier.date : date,
        ownTags ? tags : earlier.tags,
        kept);
  }

  /** The same under these tags. */
  public DocumentMetadata tagged(List<String> tags) {
    return new DocumentMetadata(title, author, date, tags, edited);
  }
}
