package io.passim.ingest.parse;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the XHTML that Tika makes of a file into normalised text. What surrounds the main content
 * (navigation, page header and footer, asides, scripts) is left out, by its elements, by the roles
 * that others have (WAI-ARIA 1.2, 5.3.4) and, in web pages that tell neither, where it is lists or
 * blocks of links. A book has nothing around it except navigation: its asides are notes. {@link
 * XhtmlBlocks} has how the rest is written.
 */
final class XhtmlHandler extends DefaultHandler {
  private static final Set<String> LEFT_OUT =
      Set.of("head", "nav", "script", "style", "noscript", "template", "svg");

  /** The header of a page is left out, the header of an article or section holds its title. */
  private static final Set<String> LEFT_OUT_OF_PAGES = Set.of("footer", "aside", "header");

  private static final Set<String> ROLES_LEFT_OUT_OF_PAGES =
      Set.of("banner", "complementary", "contentinfo", "search");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
          "sub", "sup", "time", "tt", "u", "var", "wbr", "img");

  private enum Origin {
    PAGE,
    OTHER,
    BOOK,
    RTF
  }

  private final XhtmlBlocks blocks;
  private final Origin origin;
  private final @Nullable RtfPages rtf;
  private int leftOut;
  private int depth;
  private int depthOfMain;
  private int articles;
  private boolean beyondMain;

  XhtmlHandler(TextBuilder text) {
    this(text, Origin.OTHER);
  }

  private XhtmlHandler(TextBuilder text, Origin origin) {
    blocks = new XhtmlBlocks(text, origin == Origin.RTF);
    this.origin = origin;
    rtf = origin == Origin.RTF ? new RtfPages(blocks) : null;
  }

  /** One for a page of a web site. */
  static XhtmlHandler ofPage(TextBuilder text) {
    return new XhtmlHandler(text, Origin.PAGE);
  }

  /** One for a chapter of a book, all of which is content. */
  static XhtmlHandler ofBook(TextBuilder text) {
    return new XhtmlHandler(text, Origin.BOOK);
  }

  /** One for what Tika makes of marked RTF: short paragraphs in bold are headings. */
  static XhtmlHandler ofRtf(TextBuilder text) {
    return new XhtmlHandler(text, Origin.RTF);
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    if (leftOut > 0 || beyondMain || isLeftOut(local, attributes)) {
      leftOut++;
      return;
    }
    depth++;
    if (depthOfMain == 0 && (local.equals("main") || role(attributes).equals("main"))) {
      depthOfMain = depth;
      startMain();
    }
    switch (local) {
      case "br" -> blocks.breakLine();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> blocks.startHeading(local.charAt(1) - '0');
      case "article", "section" -> {
        blocks.endBlock();
        articles++;
      }
      case "a" -> {
        if (origin == Origin.PAGE && articles == 0 && attributes.getIndex("href") >= 0) {
          blocks.links().startLink();
        }
      }
      case "ul", "ol" -> blocks.startList(local.equals("ol"), attributes.getValue("start"));
      case "li" -> blocks.startItem();
      case "table" -> blocks.startTable(role(attributes).equals("presentation"));
      case "thead", "tbody", "tfoot" -> blocks.startRows(local.equals("thead"));
      case "tr" -> blocks.startRow();
      case "td", "th" -> blocks.startCell(local.equals("th"));
      case "pre" -> {
        blocks.endBlock();
        blocks.block().startPreformatted();
      }
      case "b", "strong" -> blocks.block().startBold();
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
    end(local);
    if (depth == depthOfMain) {
      depthOfMain = 0;
      endMain();
    }
    depth--;
  }

  private void end(String local) {
    switch (local) {
      case "br" -> {}
      case "a" -> blocks.links().endLink();
      case "article", "section" -> {
        blocks.endBlock();
        articles--;
      }
      case "ul", "ol" -> blocks.endList();
      case "li" -> blocks.endItem();
      case "table" -> blocks.endTable();
      case "tr" -> blocks.endRow();
      case "td", "th" -> blocks.endCell();
      case "pre" -> {
        blocks.endBlock();
        blocks.block().endPreformatted();
      }
      case "b", "strong" -> blocks.block().endBold();
      default -> boundary(local);
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (!isRead()) {
      return;
    }
    if (rtf == null) {
      blocks.characters(chars, start, length);
    } else {
      rtf.characters(chars, start, length);
    }
  }

  @Override
  public void endDocument() {
    blocks.endDocument();
  }

  /** What comes now stands on the next page. */
  void breakPage() {
    if (isRead()) {
      blocks.breakPage();
    }
  }

  /**
   * A paragraph of a Word document comes.
   *
   * @param marker what stands before it, a space at its end; empty if nothing does
   */
  void startParagraph(String marker) {
    blocks.startParagraph(marker);
  }

  /** The document says that the row of a table that has begun names its columns. */
  void rowNamesColumns() {
    blocks.rowNamesColumns();
  }

  private void startMain() {
    if (origin == Origin.BOOK) {
      blocks.endBlock();
    } else {
      // Where a page says what its main content is, nothing else is read.
      blocks.clear();
    }
    articles++;
  }

  private void endMain() {
    blocks.endBlock();
    articles--;
    beyondMain = origin != Origin.BOOK && !blocks.isBlank();
  }

  private boolean isRead() {
    return leftOut == 0 && !beyondMain;
  }

  private boolean isLeftOut(String element, Attributes attributes) {
    return LEFT_OUT.contains(element)
        || (origin != Origin.BOOK && isAroundPage(element, role(attributes)))
        || attributes.getIndex("hidden") >= 0
        || role(attributes).equals("navigation");
  }

  private boolean isAroundPage(String element, String role) {
    return (LEFT_OUT_OF_PAGES.contains(element) && !(element.equals("header") && articles > 0))
        || (ROLES_LEFT_OUT_OF_PAGES.contains(role) && articles == 0);
  }

  /** The first of the roles that an element has, which are parted by spaces; empty if none. */
  private static String role(Attributes attributes) {
    String roles = attributes.getValue("role");
    return roles == null ? "" : roles.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
  }

  private void boundary(String element) {
    if (!INLINE.contains(element)) {
      blocks.endBlock();
    }
  }
}
