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
 * where pages end and which rows of tables name the columns. All that is in the part goes on to
 * Tika.
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

  /** Gives how each section but the first begins, when a document has several. */
  interface Sections {
    /** Whether each section of the document, in order, begins a page. */
    List<Boolean> beginPages() throws SAXException;
  }

  private final XhtmlHandler text;
  private final DocxPages pages;
  private final DocxStyles styles;
  private final Sections sections;
  private int elsewhere;
  private int section;
  private boolean inProperties;
  private boolean begun;
  private boolean sectionEnds;
  private @Nullable Boolean breaksBefore;
  private String style = "";

  /**
   * @param tika what reads the part
   * @param text what Tika writes to
   */
  DocxMarks(ContentHandler tika, XhtmlHandler text, DocxStyles styles, Sections sections) {
    super(tika);
    this.text = text;
    this.styles = styles;
    this.sections = sections;
    pages = new DocxPages(text);
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
    if (elsewhere > 0) {
      elsewhere--;
      super.endElement(uri, local, qualified);
      return;
    }
    if (local.equals("pPr")) {
      inProperties = false;
    }
    if (local.equals("pPr") || local.equals("p")) {
      startParagraph();
    }
    super.endElement(uri, local, qualified);
    if (local.equals("p") && sectionEnds) {
      sectionEnds = false;
      section++;
      List<Boolean> beginPages = sections.beginPages();
      if (section < beginPages.size() && beginPages.get(section)) {
        pages.endSection();
      }
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
        breaksBefore = null;
      }
      case "pPr" -> inProperties = true;
      case "pStyle" -> style = ZippedXml.attribute(attributes, "val", "");
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
