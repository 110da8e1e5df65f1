package io.passim.ingest.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the XHTML that Tika makes of a file into normalised text. What surrounds the main content
 * (navigation, page header and footer, asides, scripts) is left out; items and rows come one to a
 * line, cells with {@value TableText#CELL} between them or with the names of their columns.
 */
final class XhtmlHandler extends DefaultHandler {
  private static final String CELL = TableText.CELL;
  private static final int MAX_BOLD_HEADING = 120;

  /** No paragraph is as long; further ones end behind it. */
  private static final int MAX_PAGES_IN_BLOCK = 16;

  private static final Set<String> LEFT_OUT =
      Set.of("head", "nav", "footer", "aside", "script", "style", "noscript", "template", "svg");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
          "sub", "sup", "time", "tt", "u", "var", "wbr", "img");

  /** A list that is open: the number of its next item, 0 if its items have none. */
  private static final class OpenList {
    private int next;

    OpenList(int first) {
      next = first;
    }

    String marker() {
      return next == 0 ? "- " : next++ + ") ";
    }
  }

  private final TextBuilder text;
  private final boolean ofRtf;
  private final StringBuilder block = new StringBuilder();
  private final Deque<OpenList> lists = new ArrayDeque<>();
  private int leftOut;
  private int articles;
  private int preformatted;
  private int cellsOpen;
  private int cellsInRow;
  private int tables;
  private int headingLevel;
  private boolean attached;
  private boolean beyondMain;
  private String marker = "";
  private int bold;
  private int lettersNotBold;
  private @Nullable XhtmlTable table;
  private @Nullable RtfRows rtfRows;

  /** Where in the block pages end. */
  private final List<Integer> pageEnds = new ArrayList<>();

  XhtmlHandler(TextBuilder text) {
    this(text, false);
  }

  private XhtmlHandler(TextBuilder text, boolean ofRtf) {
    this.text = text;
    this.ofRtf = ofRtf;
  }

  /** One for what Tika makes of RTF: short paragraphs in bold are headings. */
  static XhtmlHandler ofRtf(TextBuilder text) {
    return new XhtmlHandler(text, true);
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    if (leftOut > 0 || beyondMain || isLeftOut(local, attributes)) {
      leftOut++;
      return;
    }
    switch (local) {
      case "br" -> block.append(cellsOpen > 0 || headingLevel > 0 ? ' ' : '\n');
      case "h1", "h2", "h3", "h4", "h5", "h6" -> startHeading(local.charAt(1) - '0');
      case "article", "section" -> {
        endBlock();
        articles++;
      }
      case "main" -> startMain();
      case "ul", "ol" -> startList(local.equals("ol"), attributes.getValue("start"));
      case "li" -> startItem();
      case "table" -> startTable("presentation".equals(attributes.getValue("role")));
      case "thead", "tbody", "tfoot" -> startRows(local.equals("thead"));
      case "tr" -> startRow();
      case "td", "th" -> startCell(local.equals("th"));
      case "pre" -> {
        endBlock();
        preformatted++;
      }
      case "b", "strong" -> bold++;
      default -> boundary(local);
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    if (leftOut > 0) {
      leftOut--;
      return;
    }
    if (beyondMain) {
      return;
    }
    switch (local) {
      case "br" -> {}
      case "article", "section" -> {
        endBlock();
        articles--;
      }
      case "main" -> {
        endBlock();
        articles--;
        beyondMain = !text.isBlank();
      }
      case "ul", "ol" -> {
        endBlock();
        lists.poll();
      }
      case "li" -> {
        endBlock();
        marker = "";
      }
      case "table" -> endTable();
      case "tr" -> endRow();
      case "td", "th" -> endCell();
      case "pre" -> {
        endBlock();
        preformatted--;
      }
      case "b", "strong" -> bold--;
      default -> boundary(local);
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (leftOut > 0 || beyondMain) {
      return;
    }
    text.checkRoomFor(block.length() + length + (table == null ? 0 : table.heldCharacters()));
    for (int i = start; i < start + length; i++) {
      block.append(chars[i] == '\n' && preformatted == 0 ? ' ' : chars[i]);
      lettersNotBold += bold == 0 && Character.isLetterOrDigit(chars[i]) ? 1 : 0;
    }
  }

  @Override
  public void endDocument() {
    endBlock();
    settle();
  }

  /** What comes now stands on the next page. */
  void breakPage() {
    if (leftOut > 0 || beyondMain) {
      return;
    }
    if (cellsOpen > 0 && table != null) {
      table.breakPage(isBlank(block));
    } else if (isBlank(block) || pageEnds.size() == MAX_PAGES_IN_BLOCK) {
      settle();
      text.startNextPage();
    } else {
      pageEnds.add(block.length());
    }
  }

  /** The document says that the row of a table that has begun names its columns. */
  void rowNamesColumns() {
    if (tables == 1 && table != null) {
      table.rowNamesColumns();
    }
  }

  /** The header of a page is left out, the header of an article or section holds its title. */
  private boolean isLeftOut(String element, Attributes attributes) {
    return LEFT_OUT.contains(element)
        || (element.equals("header") && articles == 0)
        || attributes.getIndex("hidden") >= 0
        || "navigation".equals(attributes.getValue("role"));
  }

  /** Where a page says what its main content is, nothing else is read. */
  private void startMain() {
    block.setLength(0);
    lists.clear();
    tables = 0;
    table = null;
    cellsOpen = 0;
    text.clear();
    articles++;
  }

  private void startHeading(int level) {
    endBlock();
    headingLevel = cellsOpen > 0 ? 0 : level;
  }

  private void startList(boolean numbered, String start) {
    endBlock();
    startAttaching();
    int first = numbered ? 1 : 0;
    if (numbered && start != null && start.matches("[0-9]{1,6}")) {
      first = Integer.parseInt(start);
    }
    lists.push(new OpenList(first));
  }

  private void startItem() {
    endBlock();
    OpenList list = lists.peek();
    marker = list == null ? "" : list.marker();
  }

  /** The first line of a list or table stands apart from what is before, the others do not. */
  private void startAttaching() {
    if (lists.isEmpty() && tables == 0) {
      attached = false;
    }
  }

  private void boundary(String element) {
    if (!INLINE.contains(element)) {
      endBlock();
    }
  }

  /** A table in a cell is part of the cell. */
  private void startTable(boolean layout) {
    endBlock();
    startAttaching();
    tables++;
    if (tables == 1) {
      settle();
      table = new XhtmlTable(text, attached);
    }
    if (table != null && (layout || tables > 1)) {
      table.keepAsItIs();
    }
  }

  private void startRows(boolean head) {
    endBlock();
    if (tables == 1 && table != null) {
      table.inHead(head);
    }
  }

  private void startRow() {
    endBlock();
    cellsInRow = 0;
    if (tables == 1 && table != null) {
      lettersNotBold = 0;
      table.startRow();
    }
  }

  private void startCell(boolean name) {
    block.append(cellsInRow++ == 0 ? "" : CELL);
    cellsOpen++;
    if (cellsOpen == 1 && table != null) {
      table.startCell(block.length(), name);
    }
  }

  private void endCell() {
    cellsOpen--;
    if (cellsOpen == 0 && table != null) {
      table.endCell(block);
    }
  }

  private void endRow() {
    if (tables != 1 || table == null || cellsOpen > 0 || cellsInRow == 0 || isBlank(block)) {
      endBlock();
      return;
    }
    table.endRow(marker + block, lettersNotBold == 0);
    cellsInRow = 0;
    clearBlock();
  }

  private void endTable() {
    endBlock();
    tables--;
    if (tables == 0) {
      settle();
      table = null;
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

  private void endBlock() {
    if (cellsOpen > 0) {
      block.append(' ');
      return;
    }
    if (isBlank(block)) {
      block.setLength(0);
      headingLevel = 0;
      return;
    }
    if (ofRtf && RtfRows.isRow(block)) {
      rtfRows = rtfRows == null ? new RtfRows(text) : rtfRows;
      rtfRows.add(block, lettersNotBold == 0);
      clearBlock();
      return;
    }
    settle();
    if (ofRtf && looksLikeHeading()) {
      headingLevel = text.isBlank() ? 1 : 2;
    }
    if (headingLevel > 0) {
      text.heading(headingLevel, block);
    } else if ((lists.isEmpty() && tables == 0) || !attached) {
      text.paragraph(marker + block);
      attached = true;
    } else {
      text.line(marker + block);
    }
    if (table != null) {
      table.attach();
    }
    for (int end : pageEnds) {
      text.breakPageBefore(block.substring(end));
    }
    clearBlock();
  }

  private void clearBlock() {
    marker = "";
    headingLevel = 0;
    lettersNotBold = 0;
    block.setLength(0);
    pageEnds.clear();
  }

  private boolean looksLikeHeading() {
    String words = block.toString().strip();
    return lettersNotBold == 0
        && lists.isEmpty()
        && tables == 0
        && words.length() <= MAX_BOLD_HEADING
        && words.chars().anyMatch(Character::isLetter)
        && ".,;:".indexOf(words.charAt(words.length() - 1)) < 0
        && !WrappedLines.startsBullet(words);
  }

  /** Also true for a row of empty cells. */
  private static boolean isBlank(CharSequence block) {
    return block
        .chars()
        .allMatch(c -> c == '|' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
