package io.passim.ingest.parse;

import io.passim.document.DocumentText;
import io.passim.document.PageWords;
import io.passim.document.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How parsing a file ended. */
public sealed interface ParseResult {
  /**
   * The file has been read.
   *
   * @param title from its metadata, else its first heading, else its name
   * @param author as the file names him, null if it does not
   * @param date when the file says that it was written: its creation or publication, null if it
   *     does not say
   * @param language ISO 639-1 code (639-3 where there is none), null if it cannot be told
   * @param text never blank
   * @param words where recognised words stand on the pages of the file itself, in the order of the
   *     pages; null if it was not parsed anew, so that what is kept of them stays
   */
  record Parsed(
      String title,
      @Nullable String author,
      @Nullable LocalDate date,
      @Nullable String language,
      DocumentText text,
      @Nullable List<PageWords> words)
      implements ParseResult {}

  /** The file cannot be read; the problem says why in words a person can act on. */
  record Failed(Problem problem) implements ParseResult {}
}
