package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * How the sections of a Word document begin, which each says only where it ends: a pass of its own,
 * for documents that have several.
 */
final class DocxSections extends DefaultHandler {
  private static final Set<String> ON_THE_SAME_PAGE = Set.of("continuous", "nextColumn");

  private final List<Boolean> beginPages = new ArrayList<>();
  private boolean inSection;
  private boolean beginsPage;
  private int changes;

  private DocxSections() {}

  /** Whether each section of the document, in order, begins a page. */
  static List<Boolean> beginPages(Path file) throws IOException, SAXException, TikaException {
    DocxSections sections = new DocxSections();
    try (OPCPackage document = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      for (PackagePart part : document.getPartsByContentType(MediaTypes.DOCX + ".main+xml")) {
        try (InputStream content = part.getInputStream()) {
          XMLReaderUtils.parseSAX(content, sections, new ParseContext());
        }
      }
    } catch (OpenXML4JException e) {
      throw new IOException(e);
    }
    return sections.beginPages;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    switch (local) {
      case "sectPrChange" -> changes++;
      case "sectPr" -> {
        inSection |= changes == 0;
        beginsPage |= changes == 0;
      }
      case "type" -> {
        if (inSection && changes == 0) {
          beginsPage = !ON_THE_SAME_PAGE.contains(ZippedXml.attribute(attributes, "val", ""));
        }
      }
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    if (local.equals("sectPrChange")) {
      changes--;
    } else if (local.equals("sectPr") && changes == 0) {
      beginPages.add(beginsPage);
      inSection = false;
      beginsPage = false;
    }
  }
}
