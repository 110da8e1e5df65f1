package io.passim.ingest;

import io.passim.document.DocumentId;
import io.passim.document.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a file that it uploads.
 *
 * @param filename only its last part is kept
 * @param folder where the file lies, such as {@code policies/2026}; empty if nowhere
 * @param tags what it is filed under, as {@link Tags#normalise} gives them
 * @param replaces the document whose new version it is; null if its name decides
 */
public record Submission(
    String filename, String folder, List<String> tags, @Nullable DocumentId replaces) {
  public Submission {
    tags = List.copyOf(tags);
  }

  /** A file of that name and no more. */
  public static Submission of(String filename) {
    return new Submission(filename, "", List.of(), null);
  }
}
