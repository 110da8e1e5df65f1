package io.passim.ingest.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The content of an OpenDocument file (OASIS OpenDocument 1.3, part 3) → normalised text. */
final class OpenDocumentHandler extends DefaultHandler {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "tracked-changes",
          "annotation",
          "forms",
          "table-of-content",
          "note-citation",
          "sequence-decls",
          "scripts",
          "font-face-decls",
          "automatic-styles",
          "page-thumbnail");

  /** Kinds of frames of a slide that hold nothing of its own. */
  private static final Set<String> FURNITURE =
      Set.of("header", "footer", "date-time", "page-number");

  private static final Pattern HEADING = Pattern.compile("Title|Heading_20_([1-9])");

  /** A cell or row may say that it stands for millions. */
  private static final int MAX_REPEATED = 100;

  private final TextBuilder text;
  private final StringBuilder block = new StringBuilder();
  private final Deque<StringBuilder> aroundNotes = new ArrayDeque<>();
  private final List<String> notes = new ArrayList<>();
  private final OpenStyles automatic = new OpenStyles();
  private final OpenStyles named;
  private int leftOut;
  private int lists;
  private int tables;
  private int headingLevel;
  private boolean itemBegins;
  private boolean attached;
  private boolean goesOn;
  private boolean sheets;
  private boolean title;
  private int page = 1;
  private @Nullable OpenTable table;
  private boolean texts;
  private boolean begun;
  private boolean atTop;
  private boolean breaksAfter;
  private int boxes;

  /**
   * @param named the styles that are not in the content itself
   */
  OpenDocumentHandler(TextBuilder text, OpenStyles named) {
    this.text = text;
    this.named = named;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    automatic.startElement(uri, local, qualified, attributes);
    if (leftOut > 0
        || LEFT_OUT.contains(local)
        || FURNITURE.contains(ZippedXml.attribute(attributes, "class", ""))) {
      leftOut++;
      return;
    }
    switch (local) {
      case "text" -> {
        text.startPage(page);
        texts = true;
      }
      case "spreadsheet" -> sheets = true;
      case "h" -> startBlock(attributes, Math.clamp(number(attributes, "outline-level"), 1, 9));
      case "p" ->
          startBlock(attributes, levelOf(ZippedXml.attribute(attributes, "style-name", "")));
      case "s" -> block.append(' ');
      case "tab" -> block.append(' ');
      case "line-break" -> block.append('\n');
      case "soft-page-break" -> breakPage();
      case "list" -> {
        attached &= lists > 0;
        lists++;
      }
      case "list-item", "list-header" -> itemBegins = true;
      case "note-body" -> {
        aroundNotes.push(new StringBuilder(block));
        block.setLength(0);
      }
      case "page" -> startSlide();
      case "notes" -> text.heading(2, "Notes");
      case "frame" -> title = "title".equals(ZippedXml.attribute(attributes, "class", ""));
      case "text-box" -> boxes++;
      case "table" -> startTable(attributes);
      case "table-header-rows" -> inTable(open -> open.inHead(true));
      case "table-row" ->
          inTable(open ->
              open.startRow(Math.min(number(attributes, "number-rows-repeated"), MAX_REPEATED)));
      case "table-cell", "covered-table-cell" ->
          inTable(open ->
              open.startCell(
                  Math.min(number(attributes, "number-columns-repeated"), MAX_REPEATED),
                  ZippedXml.attribute(attributes, "date-value", ""),
                  local.startsWith("covered")));
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    automatic.endElement(uri, local, qualified);
    if (leftOut > 0) {
      leftOut--;
      return;
    }
    switch (local) {
      case "h", "p" -> endBlock();
      case "list" -> lists--;
      case "note-body" -> {
        block.setLength(0);
        block.append(aroundNotes.pop());
      }
      case "frame" -> title = false;
      case "text-box" -> boxes--;
      case "table" -> endTable();
      case "table-header-rows" -> inTable(open -> open.inHead(false));
      case "table-row" -> inTable(OpenTable::endRow);
      case "table-cell", "covered-table-cell" -> inTable(OpenTable::endCell);
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (leftOut == 0) {
      text.checkRoomFor(block.length() + length + (table == null ? 0 : table.heldCharacters()));
      block.append(chars, start, length);
    }
  }

  private void startBlock(Attributes attributes, int level) {
    startOnPage(attributes);
    block.setLength(0);
    headingLevel = title ? 1 : level;
  }

  private void endBlock() {
    if (!aroundNotes.isEmpty()) {
      notes.add(block.toString());
    } else if (table != null) {
      table.add(block);
    } else {
      write();
      notes.forEach(text::paragraph);
      notes.clear();
    }
    block.setLength(0);
    headingLevel = 0;
    if (breaksAfter && table == null) {
      text.startNextPage();
      atTop = true;
      breaksAfter = false;
    }
  }

  /** Styles may break the page before or after a paragraph or table of the text itself. */
  private void startOnPage(Attributes attributes) {
    if (!texts || table != null || boxes > 0 || !aroundNotes.isEmpty()) {
      return;
    }
    String style = ZippedXml.attribute(attributes, "style-name", "");
    if (begun && !atTop && automatic.breaksBefore(style, named)) {
      text.startNextPage();
    }
    begun = true;
    atTop = false;
    breaksAfter = automatic.breaksAfter(style, named);
  }

  private void write() {
    if (block.toString().isBlank()) {
      return;
    }
    String marker = lists > 0 && itemBegins ? "- " : "";
    if (headingLevel > 0) {
      text.heading(headingLevel, block);
    } else if (goesOn) {
      text.continuation(block);
    } else if (lists > 0 && attached) {
      text.line(marker + block);
    } else {
      text.paragraph(marker + block);
    }
    goesOn = false;
    attached = lists > 0;
    itemBegins = false;
  }

  /** The sentence that a page breaks goes on in the next. */
  private void breakPage() {
    if (table != null) {
      table.breakPage();
      return;
    }
    if (aroundNotes.isEmpty() && headingLevel == 0 && !block.toString().isBlank()) {
      write();
      block.setLength(0);
      goesOn = true;
    }
    text.startNextPage();
  }

  private void startSlide() {
    text.startPage(page++);
  }

  /** A table in a cell is part of the cell. */
  private void startTable(Attributes attributes) {
    tables++;
    if (tables > 1 && table != null) {
      table.keepAsItIs();
    }
    if (tables > 1) {
      return;
    }
    startOnPage(attributes);
    if (sheets) {
      text.startPage(page++);
      text.heading(1, ZippedXml.attribute(attributes, "name", ""));
    }
    table = new OpenTable(text, sheets);
  }

  /** Does this with the table that is open, unless it is in the cell of another. */
  private void inTable(Consumer<OpenTable> change) {
    if (tables == 1 && table != null) {
      change.accept(table);
    }
  }

  private void endTable() {
    tables--;
    if (tables == 0 && table != null) {
      for (int pages = table.end(); pages > 0; pages--) {
        text.startNextPage();
      }
      table = null;
      attached = false;
    }
  }

  /** Of a paragraph that is made to look like a heading or title, by a style or one made of it. */
  private int levelOf(String style) {
    Matcher heading = HEADING.matcher(automatic.parentOf(style));
    if (heading.matches()) {
      return heading.group(1) == null ? 1 : Integer.parseInt(heading.group(1));
    }
    return 0;
  }

  /** How often, or how deep: 1 if it does not say. */
  private static int number(Attributes attributes, String name) {
    String digits = ZippedXml.attribute(attributes, name, "1");
    return digits.matches("[0-9]{1,9}") ? Math.max(1, Integer.parseInt(digits)) : 1;
  }
}
