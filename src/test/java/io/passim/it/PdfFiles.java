package io.passim.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** PDFs that are made for a test, as plain as the format allows. */
final class PdfFiles {
  private static final float SIZE = 11;
  private static final float LEADING = 15;
  private static final float TOP = 760;
  private static final float LEFT = 72;

  private PdfFiles() {}

  /** Pages of lines. */
  static byte[] pages(List<List<String>> pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        try (PDPageContentStream content = addPage(document)) {
          for (int line = 0; line < lines.size(); line++) {
            write(content, line, lines.get(line));
          }
        }
      }
      return bytes(document);
    }
  }

  /** A page that runs a script when it is opened, and another from a link that covers it. */
  static byte[] withScript(String line, String script) throws IOException {
    try (PDDocument document = new PDDocument()) {
      try (PDPageContentStream content = addPage(document)) {
        write(content, 0, line);
      }
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript(script));
      PDAnnotationLink link = new PDAnnotationLink();
      link.setRectangle(PDRectangle.A4);
      link.setAction(new PDActionJavaScript(script));
      document.getPage(0).setAnnotations(List.of(link));
      return bytes(document);
    }
  }

  private static PDPageContentStream addPage(PDDocument document) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }

  private static void write(PDPageContentStream content, int line, String text) throws IOException {
    PDFont font = new PDType1Font(FontName.HELVETICA);
    content.beginText();
    content.setFont(font, SIZE);
    content.newLineAtOffset(LEFT, TOP - line * LEADING);
    content.showText(text);
    content.endText();
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
