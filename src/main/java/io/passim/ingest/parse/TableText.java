package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of a table of data → lines that each can be read alone: {@code Name: Anna | Grade: 7}.
 *
 * <p>The names of the columns are the first row that has several cells, all of them words and no
 * two alike. Rows before it, and tables without such a row, keep their cells as they are.
 */
final class TableText {
  /** What stands between two cells of a row. */
  static final String CELL = " | ";

  private static final Pattern VALUE = Pattern.compile("[\\p{Sc}(+-]*\\s*\\d.*", Pattern.DOTALL);
  private static final int MAX_NAME = 80;

  private final TextBuilder text;
  private List<String> names = List.of();
  private boolean inTable;
  private boolean afterGap;
  private boolean namesUsed = true;

  TableText(TextBuilder text) {
    this.text = text;
  }

  /**
   * Writes the rows below these names of columns.
   *
   * @param attached whether they begin on the line below what is before them
   */
  static TableText under(List<String> names, TextBuilder text, boolean attached) {
    TableText table = new TableText(text);
    table.names = List.copyOf(names);
    table.inTable = attached;
    return table;
  }

  /** The next row; its cells are blank where they hold nothing. */
  void row(List<String> cells) {
    List<String> clean = cells.stream().map(TextCleaner::cleanLine).toList();
    if (clean.stream().allMatch(String::isEmpty)) {
      afterGap = true;
      return;
    }
    if (names.isEmpty() ? isHeader(clean) : afterGap && isOtherHeader(clean)) {
      endTable();
      names = clean;
      namesUsed = false;
      inTable = false;
    } else {
      write(line(clean));
      namesUsed = true;
    }
    afterGap = false;
  }

  /** To be called after the last row. */
  void end() {
    endTable();
    names = List.of();
  }

  /** Names of columns without a row below are a row. */
  private void endTable() {
    if (!namesUsed) {
      write(joined(names));
      namesUsed = true;
    }
  }

  private void write(String line) {
    if (inTable) {
      text.line(line);
    } else {
      text.paragraph(line);
    }
    inTable = true;
  }

  private String line(List<String> cells) {
    if (names.isEmpty()) {
      return joined(cells);
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      if (!cells.get(i).isEmpty()) {
        named.add(name.isEmpty() ? cells.get(i) : name + ": " + cells.get(i));
      }
    }
    return String.join(CELL, named);
  }

  private static String joined(List<String> cells) {
    return String.join(CELL, cells.stream().filter(cell -> !cell.isEmpty()).toList());
  }

  /** Whether cells are the names of columns. */
  static boolean isHeader(List<String> cells) {
    return areNames(cells) && cells.stream().noneMatch(TableText::isValue);
  }

  /** Whether cells may be names of columns, if these may be figures, such as years. */
  static boolean areNames(List<String> cells) {
    List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    return filled.size() > 1
        && new HashSet<>(filled).size() == filled.size()
        && filled.stream().allMatch(cell -> cell.length() <= MAX_NAME);
  }

  /** Whether a cell holds a figure, an amount or a date. */
  static boolean isValue(String cell) {
    return VALUE.matcher(cell).matches();
  }

  /** Whether a column of these rows, all as long, holds figures and nothing else. */
  static boolean hasFigures(List<List<String>> rows) {
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int at = column;
      List<String> filled =
          rows.stream().map(row -> row.get(at)).filter(cell -> !cell.isEmpty()).toList();
      if (!filled.isEmpty() && filled.stream().allMatch(TableText::isValue)) {
        return true;
      }
    }
    return false;
  }

  /** After a gap, a row of words that fills other columns begins another table. */
  private boolean isOtherHeader(List<String> cells) {
    return isHeader(cells) && !columns(cells).equals(columns(names));
  }

  private static List<Integer> columns(List<String> cells) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        filled.add(i);
      }
    }
    return filled;
  }
}
