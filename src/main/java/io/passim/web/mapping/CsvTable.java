package io.passim.web.mapping;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file after RFC 4180.
 *
 * <p>Datasets and documents write most of the cells, and spreadsheets run what begins like a
 * formula: such a cell begins with an apostrophe instead (OWASP, <i>CSV injection</i>).
 */
final class CsvTable {
  private static final String LINE_END = "\r\n";

  /** Full-width forms too, which spreadsheets in East Asian languages take for the same. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Cntrl}\"']*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*", Pattern.DOTALL);

  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

  private CsvTable() {}

  /**
   * The file.
   *
   * @param columns their names
   * @param rows each made by {@link #row}
   */
  static String of(List<String> columns, Stream<String> rows) {
    return Stream.concat(Stream.of(String.join(",", columns)), rows)
        .collect(Collectors.joining(LINE_END, "", LINE_END));
  }

  /** One row of cells, each made by one of the methods below. */
  static String row(String... cells) {
    return String.join(",", cells);
  }

  static String number(@Nullable Number value) {
    return value == null ? "" : value.toString();
  }

  static String texts(List<String> values) {
    return text(String.join(" | ", values));
  }

  static String text(@Nullable String value) {
    String given = Objects.requireNonNullElse(value, "");
    String cell = FORMULA.matcher(given).matches() ? "'" + given : given;
    return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
