package io.passim.ingest.parse;

import io.passim.document.Problem;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a PDF that are scans, read by text recognition. A page at which that fails stays
 * without text.
 */
final class PdfScans {
  private static final int DOTS_PER_INCH = 300;
  private static final float POINTS_PER_INCH = 72;

  private final Tesseract tesseract;
  private final PDDocument document;
  private final PictureRenderer renderer;
  private @Nullable Problem failure;

  PdfScans(Tesseract tesseract, PDDocument document) {
    this.tesseract = tesseract;
    this.document = document;
    renderer = new PictureRenderer(document);
    renderer.setSubsamplingAllowed(true);
  }

  /** The pages with the text of those that are scans. */
  List<PdfPage> recognise(List<PdfPage> pages, Reading reading) {
    List<PdfPage> scans = pages.stream().filter(PdfPage::isScan).toList();
    if (scans.isEmpty() || !tesseract.isInstalled()) {
      return pages;
    }
    reading.inside().countScanned(scans.size());
    int read = pages.size() - scans.size();
    List<PdfPage> recognised = new ArrayList<>(pages.size());
    for (PdfPage page : pages) {
      if (page.isScan()) {
        recognised.add(recognise(page));
        reading.progress().accept((double) ++read / pages.size());
      } else {
        recognised.add(page);
      }
    }
    return recognised;
  }

  /** Why no page has text. */
  UnreadableException whyWithoutText() {
    if (failure != null) {
      return new UnreadableException(failure.code(), failure.detail());
    }
    return new UnreadableException(
        "document_without_text",
        tesseract.isInstalled()
            ? "The pages hold pictures in which no words could be recognised."
            : "The pages hold pictures of text but no text, and this server has no text recognition"
                + " (OCR). Install Tesseract on it, or run the scan through a program for text"
                + " recognition and upload the result.");
  }

  private PdfPage recognise(PdfPage page) {
    try {
      int index = page.number() - 1;
      return document.getPage(index).hasContents() ? recognise(page, index) : page.unpainted();
    } catch (IOException | UnreadableException | RuntimeException e) {
      failure = failure == null ? Reasons.of(e) : failure;
      return page.withScan(RecognisedPage.EMPTY);
    }
  }

  private PdfPage recognise(PdfPage page, int index) throws IOException, UnreadableException {
    PDRectangle box = document.getPage(index).getCropBox();
    double inches = Math.sqrt((double) box.getWidth() * box.getHeight()) / POINTS_PER_INCH;
    int resolution = (int) Math.clamp(Math.sqrt(ImageReader.MAX_PIXELS) / inches, 1, DOTS_PER_INCH);
    // What its lines say is known; where it has none, letters are shown that stand for nothing.
    renderer.showText(page.isBlank());
    BufferedImage picture = renderer.renderImageWithDPI(index, resolution, ImageType.GRAY);
    return isOneColour(picture)
        ? page.unpainted()
        : page.withScan(tesseract.read(picture, resolution));
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
