package io.passim.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.passim.document.CollectionChange;
import io.passim.document.CollectionChange.Part;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code {"name"?, "threshold"?}}, where a key that is absent is not null. */
final class CollectionChangeBody {
  private CollectionChangeBody() {}

  static CollectionChange change(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw invalid("Send a JSON object with name or threshold.");
    }
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if (body.has(key(part))) {
        parts.add(part);
      }
    }
    JsonNode name = body.path(key(Part.NAME));
    if (parts.contains(Part.NAME) && !name.isTextual()) {
      throw invalid("The name is not a string.");
    }
    return new CollectionChange(parts, name.textValue(), threshold(body.path(key(Part.THRESHOLD))));
  }

  private static @Nullable Double threshold(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw invalid("The threshold is neither a number nor null.");
    }
    // 0 is also what -0 means.
    return value.doubleValue() + 0.0;
  }

  private static String key(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static RuntimeException invalid(String detail) {
    return Problems.failure(400, "Collection", "collection_invalid", detail);
  }
}
