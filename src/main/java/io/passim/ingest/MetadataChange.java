package io.passim.ingest;

import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentMetadata.Part;
import io.passim.document.Tags;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes of a document.
 *
 * @param parts what is changed; the others are left as they are, whatever is given for them
 * @param title 1 to 300 characters
 * @param author 1 to 300 characters, null for none
 * @param date null for none
 * @param tags at most 20 of 1 to 40 characters
 */
public record MetadataChange(
    Set<Part> parts,
    @Nullable String title,
    @Nullable String author,
    @Nullable LocalDate date,
    List<@Nullable String> tags) {
  private static final int MAX_LENGTH = 300;

  /**
   * The metadata after the change.
   *
   * @throws DocumentRefusedException if a part is not as said
   */
  DocumentMetadata of(DocumentMetadata metadata) {
    return new DocumentMetadata(
        parts.contains(Part.TITLE) ? text(title) : metadata.title(),
        parts.contains(Part.AUTHOR) ? (author == null ? null : text(author)) : metadata.author(),
        parts.contains(Part.DATE) ? date : metadata.date(),
        parts.contains(Part.TAGS) ? normalised(tags) : metadata.tags(),
        edited(metadata));
  }

  private Set<Part> edited(DocumentMetadata metadata) {
    Set<Part> edited = EnumSet.noneOf(Part.class);
    edited.addAll(metadata.edited());
    edited.addAll(parts);
    return edited;
  }

  private static String text(@Nullable String written) {
    String line = written == null ? "" : written.replaceAll("\\p{Cntrl}+", " ").strip();
    if (line.isEmpty() || line.length() > MAX_LENGTH) {
      throw invalid("Titles and authors have 1 to " + MAX_LENGTH + " characters.");
    }
    return line;
  }

  private static List<String> normalised(List<@Nullable String> tags) {
    return Tags.normalise(tags).orElseThrow(() -> invalid(Tags.RULE));
  }

  private static DocumentRefusedException invalid(String detail) {
    return new DocumentRefusedException("metadata_invalid", detail);
  }
}
