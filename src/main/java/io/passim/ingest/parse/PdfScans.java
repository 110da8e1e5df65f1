package io.passim.ingest.parse;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF that have no text layer, read by text recognition. */
final class PdfScans {
  private static final int DOTS_PER_INCH = 300;
  private static final float POINTS_PER_INCH = 72;

  private final Tesseract tesseract;
  private final PDDocument document;
  private final PDFRenderer renderer;

  PdfScans(Tesseract tesseract, PDDocument document) {
    this.tesseract = tesseract;
    this.document = document;
    renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
  }

  /** The pages with the text of those that had none. */
  List<PdfPage> recognise(List<PdfPage> pages, Reading reading) throws IOException {
    long scans = pages.stream().filter(PdfPage::isBlank).count();
    if (scans == 0 || !tesseract.isInstalled()) {
      return pages;
    }
    if (scans > ImageReader.MAX_PAGES) {
      throw new LimitException(
          "The document has "
              + scans
              + " scanned pages, more than the "
              + ImageReader.MAX_PAGES
              + " that are read. Split it.");
    }
    List<PdfPage> recognised = new ArrayList<>(pages.size());
    for (PdfPage page : pages) {
      recognised.add(page.isBlank() ? page.withScan(read(page.number() - 1)) : page);
      reading.progress().accept((double) recognised.size() / pages.size());
    }
    return recognised;
  }

  private List<String> read(int index) throws IOException {
    if (!document.getPage(index).hasContents()) {
      return List.of();
    }
    PDRectangle box = document.getPage(index).getCropBox();
    double inches = Math.sqrt((double) box.getWidth() * box.getHeight()) / POINTS_PER_INCH;
    int resolution = (int) Math.clamp(Math.sqrt(ImageReader.MAX_PIXELS) / inches, 1, DOTS_PER_INCH);
    BufferedImage picture = renderer.renderImageWithDPI(index, resolution, ImageType.GRAY);
    return isOneColour(picture) ? List.of() : tesseract.read(picture, resolution);
  }

  private static boolean isOneColour(BufferedImage picture) {
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (byte pixel : pixels) {
      if (pixel != pixels[0]) {
        return false;
      }
    }
    return true;
  }
}
