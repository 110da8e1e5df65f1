package io.passim.ingest.parse;

import java.util.List;
import java.util.Set;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Tells the text what Tika leaves unsaid of the main part of a Word document (ECMA-376-1, 17):
 * where pages end, which rows of tables name the columns, and what stands before the items of
 * lists, which Tika knows only where paragraphs say it themselves. All else that is in the part
 * goes on to Tika.
 */
final class DocxMarks extends ContentHandlerDecorator {
  /** What is not in the flow of the text, or no longer. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "AlternateContent",
          "txbxContent",
          "del",
          "moveFrom",
          "pPrChange",
          "trPrChange",
          "sectPrChange");

  /** What stands elsewhere in the document, for those that need it. */
  interface OtherParts {
    /** Whether each section of the document, in order, begins a page. */
    List<Boolean> sectionsBeginPages() throws SAXException;

    /** The lists that it defines. */
    DocxNumbering numbering();
  }

  private final XhtmlHandler text;
  private final WordPages pages;
  private final DocxStyles styles;
  private final OtherParts parts;
  private final DocxLists lists;
  private int elsewhere;
  private int untold;
  private int section;
  private boolean inProperties;
  private boolean begun;
  private boolean sectionEnds;
  private @Nullable Boolean breaksBefore;
  private String style = "";
  private String list = "";
  private String listLevel = "";

  /**
   * @param tika what reads the part
   * @param text what Tika writes to
   */
  DocxMarks(ContentHandler tika, XhtmlHandler text, DocxStyles styles, OtherParts parts) {
    super(tika);
    this.text = text;
    this.styles = styles;
    this.parts = parts;
    lists = new DocxLists(parts::numbering, styles);
    pages = new WordPages(text::breakPage);
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes)
      throws SAXException {
    boolean inFlow = elsewhere == 0 && !ELSEWHERE.contains(local);
    if (inFlow) {
      mark(local, attributes);
    } else {
      elsewhere++;
    }
    // What was so before a change is over, and numbers are written here.
    if (untold > 0 || local.equals("pPrChange") || (inFlow && local.equals("numPr"))) {
      untold++;
      return;
    }
    super.startElement(uri, local, qualified, attributes);
    if (inFlow && local.equals("lastRenderedPageBreak")) {
      endRun(uri);
      pages.laidOut();
    } else if (inFlow && local.equals("br") && isOfPage(attributes)) {
      endRun(uri);
      pages.end();
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) throws SAXException {
    boolean inFlow = elsewhere == 0;
    if (!inFlow) {
      elsewhere--;
    }
    if (untold > 0) {
      untold--;
      return;
    }
    if (inFlow) {
      endInFlow(local);
    }
    super.endElement(uri, local, qualified);
    if (inFlow && local.equals("p") && sectionEnds) {
      sectionEnds = false;
      section++;
      List<Boolean> beginPages = parts.sectionsBeginPages();
      if (section < beginPages.size() && beginPages.get(section)) {
        pages.endSection();
      }
    }
  }

  private void endInFlow(String local) {
    if (local.equals("pPr")) {
      inProperties = false;
    }
    if (local.equals("pPr") || local.equals("p")) {
      startParagraph();
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (elsewhere == 0 && !String.valueOf(chars, start, length).isBlank()) {
      pages.words();
    }
    super.characters(chars, start, length);
  }

  private void mark(String local, Attributes attributes) {
    switch (local) {
      case "p" -> {
        begun = false;
        style = "";
        list = "";
        listLevel = "";
        breaksBefore = null;
      }
      case "pPr" -> inProperties = true;
      case "pStyle" -> style = ZippedXml.attribute(attributes, "val", "");
      case "numId" -> list = ZippedXml.attribute(attributes, "val", "");
      case "ilvl" -> listLevel = ZippedXml.attribute(attributes, "val", "");
      case "pageBreakBefore" -> breaksBefore = DocxStyles.isOn(attributes);
      case "sectPr" -> sectionEnds |= inProperties;
      case "r" -> startParagraph();
      case "tblHeader" -> {
        if (DocxStyles.isOn(attributes)) {
          text.rowNamesColumns();
        }
      }
      default -> {}
    }
  }

  /** Once its properties are known, before Tika begins it. */
  private void startParagraph() {
    if (!begun) {
      begun = true;
      pages.startParagraph(breaksBefore == null ? styles.breaksPage(style) : breaksBefore);
      text.startParagraph(lists.marker(list, listLevel, style));
    }
  }

  /** Has Tika write the words of the run so far; what follows is another run. */
  private void endRun(String uri) throws SAXException {
    super.endElement(uri, "r", "w:r");
    super.startElement(uri, "r", "w:r", new AttributesImpl());
  }

  private static boolean isOfPage(Attributes attributes) {
    return ZippedXml.attribute(attributes, "type", "").equals("page");
  }
}
