package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table of data → lines that each can be read alone: {@code Name: Anna | Grade: 7}.
 *
 * <p>The names of the columns are the first row that has several cells, all of them words and no
 * two alike, or the first of several cells that are names by the row below. Rows before it, and
 * tables without such a row, keep their cells as they are.
 */
final class TableText {
  /** What stands between two cells of a row. */
  static final String CELL = " | ";

  private final TextBuilder text;
  private List<String> names = List.of();
  private boolean inTable;
  private boolean afterGap;
  private boolean namesUsed = true;
  private boolean afterSeveral;

  /** A row that names the columns if the next row says so. */
  private @Nullable List<String> held;

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
    table.inTable = attached;
    table.name(names);
    return table;
  }

  /** The next row; its cells are blank where they hold nothing. */
  void row(List<String> cells) {
    List<String> clean = cells.stream().map(TextCleaner::cleanLine).toList();
    settle(clean);
    if (clean.stream().allMatch(String::isEmpty)) {
      afterGap = true;
      afterSeveral = false;
      return;
    }
    boolean mayName = names.isEmpty() || (afterGap && !columns(clean).equals(columns(names)));
    if (mayName && ColumnNames.areWords(clean)) {
      begin(clean);
    } else if (mayName && !afterSeveral && ColumnNames.mayBe(clean)) {
      held = clean;
    } else {
      add(clean);
    }
  }

  /** To be called after the last row. */
  void end() {
    settle(List.of());
    endTable();
    names = List.of();
  }

  /** Writes the row that is held. */
  private void settle(List<String> below) {
    List<String> row = held;
    held = null;
    if (row != null && ColumnNames.areAbove(below, row)) {
      begin(row);
    } else if (row != null) {
      add(row);
    }
  }

  /** Begins another table below these names. */
  private void begin(List<String> cells) {
    endTable();
    inTable = false;
    namesUsed = false;
    afterGap = false;
    name(cells);
  }

  /** Names that are cut short beside the cells stand whole above them. */
  private void name(List<String> cells) {
    names = ColumnNames.brief(cells);
    if (cells.stream().anyMatch(ColumnNames::isLong)) {
      write(joined(cells));
      namesUsed = true;
    }
  }

  private void add(List<String> cells) {
    write(line(cells));
    namesUsed = true;
    afterGap = false;
    afterSeveral |= columns(cells).size() > 1;
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

  /** Whether a column of these rows, all as long, holds figures and nothing else. */
  static boolean hasFigures(List<List<String>> rows) {
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int at = column;
      List<String> filled =
          rows.stream().map(row -> row.get(at)).filter(cell -> !cell.isEmpty()).toList();
      if (!filled.isEmpty() && filled.stream().allMatch(ColumnNames::isValue)) {
        return true;
      }
    }
    return false;
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
