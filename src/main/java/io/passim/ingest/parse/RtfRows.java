package io.passim.ingest.parse;

import io.passim.ingest.parse.TextTable.Kind;
import io.passim.ingest.parse.TextTable.Row;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a table of RTF, which come as paragraphs whose cells {@link RtfMarks} has ended. */
final class RtfRows {
  /** What {@link RtfMarks} writes for the end of a cell. */
  private static final Pattern END_OF_CELL = Pattern.compile("\\u00A0\\|\\u00A0");

  private final TextTable rows;

  RtfRows(TextBuilder text) {
    rows = new TextTable(text, false);
  }

  /** Whether a paragraph is a row. */
  static boolean isRow(CharSequence paragraph) {
    return TextCleaner.cleanLine(paragraph).endsWith("|");
  }

  /**
   * The next row.
   *
   * @param bold whether all of it is
   */
  void add(CharSequence paragraph, boolean bold) {
    String line = TextCleaner.cleanLine(paragraph);
    List<String> cells = List.of(END_OF_CELL.split(paragraph));
    rows.row(
        new Row(line.substring(0, line.length() - 1), cells, bold ? Kind.BOLD : Kind.PLAIN, 0, 0));
  }

  /** To be called after the last. */
  void settle() {
    rows.settle();
  }
}
