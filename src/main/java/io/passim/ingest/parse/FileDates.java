package io.passim.ingest.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as files write them. */
final class FileDates {
  /** ISO 8601, with or without time and hyphens, and PDF's {@code D:20260331}. */
  private static final Pattern ISO =
      Pattern.compile("\\A\\s*(?:D:)?(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})(?!\\d{1,3}\\b)");

  /** RFC 5322: {@code Tue, 31 Mar 2026 10:00:00 +0200}. */
  private static final Pattern MAIL =
      Pattern.compile("\\b(\\d{1,2})\\s+(\\p{Alpha}{3})\\p{Alpha}*\\.?,?\\s+(\\d{4})\\b");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private FileDates() {}

  /** The day that is written, in the zone that it is written in; null if it is none. */
  static @Nullable LocalDate parse(@Nullable String written) {
    if (written == null) {
      return null;
    }
    try {
      Matcher iso = ISO.matcher(written);
      if (iso.find()) {
        return LocalDate.of(number(iso.group(1)), number(iso.group(3)), number(iso.group(4)));
      }
      Matcher mail = MAIL.matcher(written);
      int month =
          mail.find() ? MONTHS.indexOf(mail.group(2).toLowerCase(Locale.ROOT)) : MONTHS.size();
      return month < 0 || month == MONTHS.size()
          ? null
          : LocalDate.of(number(mail.group(3)), month + 1, number(mail.group(1)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
