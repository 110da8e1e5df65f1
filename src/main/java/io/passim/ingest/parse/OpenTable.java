package io.passim.ingest.parse;

import io.passim.ingest.parse.TextTable.Kind;
import io.passim.ingest.parse.TextTable.Row;
import java.util.ArrayList;
import java.util.List;

/** A table of an OpenDocument file that is being read. */
final class OpenTable {
  private final boolean sheet;
  private final TableText ofSheet;
  private final TextTable ofText;
  private final StringBuilder cell = new StringBuilder();
  private final List<String> row = new ArrayList<>();
  private int timesOfRow;
  private int timesOfCell;
  private String date = "";
  private boolean inHead;
  private int pagesBefore;
  private int pagesWithin;

  /**
   * @param sheet whether it is a sheet, whose rows always carry the names of their columns
   */
  OpenTable(TextBuilder text, boolean sheet) {
    this.sheet = sheet;
    ofSheet = new TableText(text);
    ofText = new TextTable(text, false);
  }

  /** Whether the rows that come name the columns. */
  void inHead(boolean now) {
    inHead = now;
  }

  void startRow(int times) {
    row.clear();
    timesOfRow = times;
  }

  /** It holds another. */
  void keepAsItIs() {
    ofText.keepAsItIs();
  }

  /** What comes now stands on the next page; a row that has begun goes on there. */
  void breakPage() {
    if (cell.isEmpty() && row.stream().allMatch(String::isBlank)) {
      pagesBefore++;
    } else {
      pagesWithin++;
    }
  }

  /**
   * @param dateValue the date that it holds, empty if none
   * @param covered whether another cell spans it
   */
  void startCell(int times, String dateValue, boolean covered) {
    if (covered) {
      ofText.keepAsItIs();
    }
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
    boolean blank = row.stream().allMatch(String::isBlank);
    if (blank && sheet) {
      ofSheet.row(List.of());
    }
    if (blank) {
      pagesBefore += pagesWithin;
      pagesWithin = 0;
    }
    for (int i = 0; i < timesOfRow && !blank; i++) {
      if (sheet) {
        ofSheet.row(row);
      } else {
        ofText.row(
            new Row(
                String.join(TableText.CELL, row),
                row,
                inHead ? Kind.NAMES : Kind.PLAIN,
                pagesBefore,
                pagesWithin));
        pagesBefore = 0;
        pagesWithin = 0;
      }
    }
  }

  /**
   * To be called after the last row.
   *
   * @return how many pages have ended in it behind the last words
   */
  int end() {
    ofSheet.end();
    ofText.settle();
    return pagesBefore + pagesWithin;
  }

  /** How many characters of it are still to be written. */
  int heldCharacters() {
    return ofText.heldCharacters();
  }
}
