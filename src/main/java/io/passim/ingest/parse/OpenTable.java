package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/** A table of an OpenDocument file that is being read. */
final class OpenTable {
  private final TextBuilder text;
  private final TableText named;
  private final boolean sheet;
  private final StringBuilder cell = new StringBuilder();
  private final List<String> row = new ArrayList<>();
  private int timesOfRow;
  private int timesOfCell;
  private String date = "";
  private boolean attached;

  /**
   * @param sheet whether it is a sheet, whose rows carry the names of their columns
   */
  OpenTable(TextBuilder text, boolean sheet) {
    this.text = text;
    this.named = new TableText(text);
    this.sheet = sheet;
  }

  void startRow(int times) {
    row.clear();
    timesOfRow = times;
  }

  void startCell(int times, String dateValue) {
    cell.setLength(0);
    timesOfCell = times;
    date = dateValue;
  }

  void add(CharSequence words) {
    cell.append(cell.isEmpty() ? "" : " ").append(words);
  }

  void endCell() {
    String words = date.length() >= 10 ? date.substring(0, 10) : TextCleaner.cleanLine(cell);
    for (int i = 0; i < timesOfCell && row.size() < XlsxReader.MAX_COLUMNS; i++) {
      row.add(words);
    }
    cell.setLength(0);
  }

  void endRow() {
    if (row.stream().allMatch(String::isBlank)) {
      named.row(List.of());
      return;
    }
    for (int i = 0; i < timesOfRow; i++) {
      if (sheet) {
        named.row(row);
      } else if (attached) {
        text.line(String.join(TableText.CELL, row));
      } else {
        text.paragraph(String.join(TableText.CELL, row));
        attached = true;
      }
    }
  }

  void end() {
    named.end();
  }
}
