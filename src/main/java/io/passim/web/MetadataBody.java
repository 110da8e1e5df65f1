package io.passim.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.passim.document.DocumentMetadata.Part;
import io.passim.ingest.MetadataChange;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code {"title"?, "author"?, "date"?, "tags"?}}, where a key that is absent is not null. */
final class MetadataBody {
  private MetadataBody() {}

  static MetadataChange change(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw invalid("Send a JSON object with title, author, date or tags.");
    }
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if (body.has(key(part))) {
        parts.add(part);
      }
    }
    return new MetadataChange(
        parts,
        string(body, Part.TITLE),
        string(body, Part.AUTHOR),
        date(string(body, Part.DATE)),
        strings(body.path(key(Part.TAGS))));
  }

  private static String key(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable LocalDate date(@Nullable String written) {
    try {
      return written == null ? null : LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw invalid("A date is written as 2026-03-31.");
    }
  }

  private static @Nullable String string(JsonNode body, Part part) {
    JsonNode value = body.path(key(part));
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw invalid("The " + key(part) + " is not a string.");
    }
    return value.textValue();
  }

  private static List<@Nullable String> strings(JsonNode array) {
    if (array.isMissingNode()) {
      return List.of();
    }
    if (!array.isArray()) {
      throw invalid("The tags are not an array of strings.");
    }
    List<@Nullable String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.textValue()));
    return strings;
  }

  private static RuntimeException invalid(String detail) {
    return Problems.failure(400, "Metadata", "metadata_invalid", detail);
  }
}
