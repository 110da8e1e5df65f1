package io.passim.it;

import io.passim.ingest.parse.ScannedPages;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;

/** PDFs that are made for a test, as plain as the format allows. */
final class PdfFiles {
  private static final int DOTS_PER_INCH = 200;
  private static final float SIZE = 11;
  private static final float LEADING = 15;
  private static final float TOP = 760;
  private static final float LEFT = 72;
  private static final int STAMPED_LINE = 48;

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

  /**
   * Scans of the pages of another PDF: pictures that fill each page, upright as it is shown.
   *
   * @param rotation of the pages clockwise, in degrees
   * @param slope by which what was scanned lay aslant, in degrees clockwise
   */
  static byte[] scanned(byte[] pdf, int rotation, double slope) throws IOException {
    try (PDDocument printed = Loader.loadPDF(pdf);
        PDDocument scan = new PDDocument()) {
      PDFRenderer scanner = new PDFRenderer(printed);
      for (int number = 0; number < printed.getNumberOfPages(); number++) {
        BufferedImage picture = aslant(scanner.renderImageWithDPI(number, DOTS_PER_INCH), slope);
        PDRectangle paper = printed.getPage(number).getCropBox();
        float width = paper.getWidth();
        float height = paper.getHeight();
        boolean lies = rotation % 180 != 0;
        PDPage page = new PDPage(new PDRectangle(lies ? height : width, lies ? width : height));
        page.setRotation(rotation);
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
          content.drawImage(
              LosslessFactory.createFromImage(scan, picture),
              ScannedPages.place(rotation, width, height));
        }
      }
      return bytes(scan);
    }
  }

  /** The pages of two PDFs, one after the other. */
  static byte[] joined(byte[] first, byte[] second) throws IOException {
    try (PDDocument all = Loader.loadPDF(first);
        PDDocument more = Loader.loadPDF(second)) {
      new PDFMergerUtility().appendDocument(all, more);
      return bytes(all);
    }
  }

  /** The same PDF with a line of text printed on the lower margin of each page. */
  static byte[] stamped(byte[] pdf, String stamp) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        try (PDPageContentStream content =
            new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
          write(content, STAMPED_LINE, stamp);
        }
      }
      return bytes(document);
    }
  }

  private static BufferedImage aslant(BufferedImage picture, double slope) {
    BufferedImage turned =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.rotate(Math.toRadians(slope), turned.getWidth() / 2.0, turned.getHeight() / 2.0);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return turned;
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
