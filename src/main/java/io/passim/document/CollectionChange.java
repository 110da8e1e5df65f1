package io.passim.document;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes of a collection.
 *
 * @param parts what is changed; the others are left as they are, whatever is given for them
 * @param name 1 to 200 characters
 * @param threshold confidence from which its documents answer, 0 to 1; null for the server's own
 */
public record CollectionChange(Set<Part> parts, @Nullable String name, @Nullable Double threshold) {
  public CollectionChange {
    parts = Set.copyOf(parts);
  }

  /** A part that can be changed without the others. */
  public enum Part {
    NAME,
    THRESHOLD
  }

  /** Whether this part is changed. */
  public boolean has(Part part) {
    return parts.contains(part);
  }
}
