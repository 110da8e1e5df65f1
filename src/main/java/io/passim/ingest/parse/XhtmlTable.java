package io.passim.ingest.parse;

import io.passim.ingest.parse.TextTable.Kind;
import io.passim.ingest.parse.TextTable.Row;
import java.util.ArrayList;
import java.util.List;

/** A table of XHTML that is being read: tells the cells in the block that each of its rows is. */
final class XhtmlTable {
  private final TextTable rows;
  private final List<String> cells = new ArrayList<>();
  private boolean inHead;
  private boolean namesColumns;
  private int cellBegins;
  private int names;
  private int filled;
  private boolean cellNames;
  private int pagesBefore;
  private int pagesWithin;
  private int pagesOfCell;

  /**
   * @param attached whether it begins on the line below what is before it
   */
  XhtmlTable(TextBuilder text, boolean attached) {
    rows = new TextTable(text, attached);
  }

  void inHead(boolean now) {
    inHead = now;
  }

  void startRow() {
    cells.clear();
    names = 0;
    filled = 0;
    pagesBefore = 0;
    pagesWithin = 0;
    namesColumns = inHead;
  }

  /** The document says that the row that is being read names the columns. */
  void rowNamesColumns() {
    namesColumns = true;
  }

  /**
   * @param at where it begins in the block
   * @param name whether it names others
   */
  void startCell(int at, boolean name) {
    cellBegins = at;
    cellNames = name;
    pagesOfCell = 0;
  }

  void endCell(CharSequence block) {
    String words =
        block.subSequence(Math.min(cellBegins, block.length()), block.length()).toString();
    if (cells.size() < XlsxReader.MAX_COLUMNS) {
      cells.add(words);
    } else {
      rows.keepAsItIs();
    }
    filled += words.isBlank() ? 0 : 1;
    names += cellNames && !words.isBlank() ? 1 : 0;
  }

  /**
   * A page ends here. One that ends in several cells of a row is one.
   *
   * @param first whether no words of the row stand before
   */
  void breakPage(boolean first) {
    if (first && pagesBefore == 0) {
      pagesBefore = 1;
    }
    pagesOfCell++;
    pagesWithin = Math.max(pagesWithin, pagesOfCell);
  }

  /**
   * The end of a row that is not blank.
   *
   * @param line all of it
   * @param bold whether all of it is
   */
  void endRow(String line, boolean bold) {
    boolean header = namesColumns || (names > 0 && names == filled);
    Kind kind = header ? Kind.NAMES : names > 0 ? Kind.NAMED : bold ? Kind.BOLD : Kind.PLAIN;
    rows.row(new Row(line, cells, kind, pagesBefore, pagesWithin - pagesBefore));
  }

  /** It lays out a page, or holds another. */
  void keepAsItIs() {
    rows.keepAsItIs();
  }

  /** A line that belongs to it has been written, such as its caption. */
  void attach() {
    rows.attach();
  }

  /** How many characters of it are still to be written. */
  int heldCharacters() {
    return rows.heldCharacters();
  }

  /** Writes the rows so far, to be called before anything else is written and after the last. */
  void settle() {
    rows.settle();
  }
}
