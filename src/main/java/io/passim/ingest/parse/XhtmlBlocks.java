package io.passim.ingest.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes what stands in XHTML as headings, paragraphs, items and rows: items and rows come one to a
 * line, cells with {@value TableText#CELL} between them or with the names of their columns.
 */
final class XhtmlBlocks {
  private final TextBuilder text;
  private final boolean ofRtf;
  private final XhtmlBlock block = new XhtmlBlock();
  private final Deque<XhtmlList> lists = new ArrayDeque<>();
  private final XhtmlLinks links = new XhtmlLinks();
  private int listBegins;
  private int cellsOpen;
  private int cellsInRow;
  private int tables;
  private int headingLevel;
  private boolean attached;
  private boolean numbered;
  private boolean afterNumbered;
  private String marker = "";
  private @Nullable XhtmlTable table;
  private @Nullable RtfRows rtfRows;

  /**
   * @param ofRtf whether short paragraphs in bold are headings and some paragraphs rows, as in what
   *     Tika makes of RTF
   */
  XhtmlBlocks(TextBuilder text, boolean ofRtf) {
    this.text = text;
    this.ofRtf = ofRtf;
  }

  /** The block that is being read. */
  XhtmlBlock block() {
    return block;
  }

  /** The links of the list or block that is being read, where it may lead elsewhere. */
  XhtmlLinks links() {
    return links;
  }

  void characters(char[] chars, int start, int length) {
    text.checkRoomFor(block.length() + length + (table == null ? 0 : table.heldCharacters()));
    block.characters(chars, start, length);
    links.characters(chars, start, length);
  }

  void breakLine() {
    block.append(cellsOpen > 0 || headingLevel > 0 ? " " : "\n");
  }

  /** What comes now stands on the next page. */
  void breakPage() {
    if (cellsOpen > 0 && table != null) {
      table.breakPage(block.isBlank());
    } else if (!block.breakPage()) {
      settle();
      text.startNextPage();
    }
  }

  /** Forgets what has been read. */
  void clear() {
    block.clear();
    links.clear();
    lists.clear();
    tables = 0;
    table = null;
    cellsOpen = 0;
    text.clear();
  }

  /** Whether nothing has been written. */
  boolean isBlank() {
    return text.isBlank();
  }

  void startHeading(int level) {
    endBlock();
    headingLevel = cellsOpen > 0 ? 0 : level;
  }

  /**
   * @param start the number of its first item as the file has it
   */
  void startList(boolean numbered, @Nullable String start) {
    endBlock();
    startAttaching();
    if (isAlone()) {
      links.clear();
      listBegins = text.length();
    }
    lists.push(new XhtmlList(numbered, start));
  }

  void endList() {
    endBlock();
    lists.poll();
    if (isAlone()) {
      if (links.leadElsewhere()) {
        text.cutBack(listBegins);
      }
      links.clear();
    }
  }

  private boolean isAlone() {
    return lists.isEmpty() && tables == 0;
  }

  void startItem() {
    endBlock();
    XhtmlList list = lists.peek();
    marker = list == null ? "" : list.marker();
  }

  /**
   * A paragraph comes that stands in no list but may be an item of one: such go together.
   *
   * @param before what stands before it, a space at its end; empty if it is no item
   */
  void startParagraph(String before) {
    if (cellsOpen > 0) {
      block.append(before.isEmpty() ? "" : " " + before);
    } else {
      marker = before;
      numbered = !before.isEmpty();
    }
  }

  void endItem() {
    endBlock();
    marker = "";
  }

  /** A table in a cell is part of the cell. */
  void startTable(boolean layout) {
    endBlock();
    startAttaching();
    tables++;
    if (tables == 1) {
      settle();
      afterNumbered = false;
      table = new XhtmlTable(text, attached);
    }
    if (table != null && (layout || tables > 1)) {
      table.keepAsItIs();
    }
  }

  void startRows(boolean head) {
    endBlock();
    if (tables == 1 && table != null) {
      table.inHead(head);
    }
  }

  void startRow() {
    endBlock();
    cellsInRow = 0;
    if (tables == 1 && table != null) {
      block.countNotBold();
      table.startRow();
    }
  }

  /** The document says that the row of a table that has begun names its columns. */
  void rowNamesColumns() {
    if (tables == 1 && table != null) {
      table.rowNamesColumns();
    }
  }

  void startCell(boolean name) {
    block.append(cellsInRow++ == 0 ? "" : TableText.CELL);
    cellsOpen++;
    if (cellsOpen == 1 && table != null) {
      table.startCell(block.length(), name);
    }
  }

  void endCell() {
    cellsOpen--;
    if (cellsOpen == 0 && table != null) {
      table.endCell(block.words());
    }
  }

  void endRow() {
    if (tables != 1 || table == null || cellsOpen > 0 || cellsInRow == 0 || block.isBlank()) {
      endBlock();
      return;
    }
    table.endRow(marker + block.words(), block.isBold());
    cellsInRow = 0;
    startBlock();
  }

  void endTable() {
    endBlock();
    tables--;
    if (tables == 0) {
      settle();
      table = null;
    }
  }

  void endBlock() {
    if (cellsOpen > 0) {
      block.append(" ");
      return;
    }
    if (block.isBlank()) {
      block.clear();
      headingLevel = 0;
      return;
    }
    links.endBlock(block.words());
    if (isAlone() && links.leadElsewhere()) {
      startBlock();
      return;
    }
    if (ofRtf && RtfRows.isRow(block.words())) {
      rtfRows = rtfRows == null ? new RtfRows(text) : rtfRows;
      rtfRows.add(block.words(), block.isBold());
    } else {
      settle();
      write();
    }
    startBlock();
  }

  void endDocument() {
    endBlock();
    settle();
  }

  private void write() {
    boolean alone = isAlone() && !(numbered && afterNumbered);
    if (ofRtf && alone && block.looksLikeHeading()) {
      headingLevel = text.isBlank() ? 1 : 2;
    }
    if (headingLevel > 0) {
      boolean number = numbered && !marker.equals(XhtmlList.BULLET);
      text.heading(headingLevel, (number ? marker : "") + block.words());
    } else if (alone || !attached) {
      text.paragraph(marker + block.words());
      attached = true;
    } else {
      text.line(marker + block.words());
    }
    if (table != null) {
      table.attach();
    }
    afterNumbered = numbered && headingLevel == 0;
    block.behindPageEnds().forEach(text::breakPageBefore);
  }

  private void startBlock() {
    marker = "";
    numbered = false;
    headingLevel = 0;
    block.clear();
    if (isAlone()) {
      links.clear();
    }
  }

  /** The first line of a list or table stands apart from what is before, the others do not. */
  private void startAttaching() {
    if (isAlone()) {
      attached = false;
    }
  }

  /** Writes the rows that are held. */
  private void settle() {
    if (table != null && table.heldCharacters() > 0) {
      table.settle();
      attached = true;
    }
    if (rtfRows != null) {
      rtfRows.settle();
      rtfRows = null;
    }
  }
}
