package io.passim.ingest.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself.
 *
 * @param title blank if it has none
 * @param author null if it names nobody, or a program
 * @param date null if it has none, or one that cannot be
 */
record FileProperties(String title, @Nullable String author, @Nullable LocalDate date) {
  static final FileProperties NONE = new FileProperties("", null, null);

  private static final int MAX_AUTHOR = 300;
  private static final int FIRST_YEAR = 1900;

  /** What programs write when nobody gave a name. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?i)apache poi|python-docx|openpyxl|microsoft office user|\\(?(?:unknown|anonymous|"
              + "unspecified)\\)?|author|user|admin(?:istrator)?|root");

  FileProperties {
    title = TextCleaner.cleanLine(title);
    author = author == null ? "" : TextCleaner.clip(TextCleaner.cleanLine(author), MAX_AUTHOR);
    if (author.isEmpty() || NOBODY.matcher(author).matches()) {
      author = null;
    }
    if (date != null && (date.getYear() < FIRST_YEAR || date.isAfter(tomorrow()))) {
      date = null;
    }
  }

  /** A file that has a title at most. */
  static FileProperties titled(String title) {
    return new FileProperties(title, null, null);
  }

  /** What Tika found. */
  static FileProperties of(Metadata metadata) {
    String created = metadata.get(TikaCoreProperties.CREATED);
    return new FileProperties(
        Objects.requireNonNullElse(metadata.get(TikaCoreProperties.TITLE), ""),
        metadata.get(TikaCoreProperties.CREATOR),
        FileDates.parse(created == null ? metadata.get(TikaCoreProperties.MODIFIED) : created));
  }

  /** Its day in UTC, null if there is none. */
  static @Nullable LocalDate day(@Nullable Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static LocalDate tomorrow() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(1);
  }
}
