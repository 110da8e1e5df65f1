package io.passim.ingest.parse;

import io.passim.document.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures of text: scans, photographs, screenshots. Each picture of a TIFF is a page; one that
 * cannot be read stays without text.
 */
final class ImageReader implements FormatReader {
  /** What is larger is read at a part of its size. */
  static final int MAX_PIXELS = 25_000_000;

  /** What claims to be larger than this is refused before it is decoded. */
  private static final long MAX_CLAIMED = 500_000_000;

  /** A picture that is less wide was not scanned; letters of a screen are too small to be told. */
  private static final int SMALL = 1_600;

  private static final int DOTS_PER_INCH = 300;

  private final Tesseract tesseract;

  ImageReader(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  @Override
  public FileProperties read(Reading reading) throws IOException, UnreadableException {
    if (!tesseract.isInstalled()) {
      throw new UnreadableException(
          "document_without_text",
          "The file is a picture, and this server has no text recognition (OCR). Install Tesseract"
              + " on it, or upload the text.");
    }
    try (ImageInputStream input = ImageIO.createImageInputStream(reading.path().toFile())) {
      Iterator<javax.imageio.ImageReader> decoders = ImageIO.getImageReaders(input);
      if (!decoders.hasNext()) {
        throw new IOException("no decoder");
      }
      javax.imageio.ImageReader decoder = decoders.next();
      try {
        decoder.setInput(input);
        readPages(decoder, reading);
      } finally {
        decoder.dispose();
      }
    }
    return FileProperties.NONE;
  }

  private void readPages(javax.imageio.ImageReader decoder, Reading reading)
      throws IOException, UnreadableException {
    int pages = decoder.getNumImages(true);
    reading.inside().countScanned(pages);
    Problem why =
        new Problem("document_without_text", "No words could be recognised in the picture.");
    boolean failed = false;
    for (int page = 0; page < pages; page++) {
      List<String> paragraphs = List.of();
      try {
        paragraphs = tesseract.read(gray(decode(decoder, page)), DOTS_PER_INCH).paragraphs();
      } catch (LimitException e) {
        throw e;
      } catch (IOException | UnreadableException | RuntimeException e) {
        why = failed ? why : Reasons.of(e);
        failed = true;
      }
      reading.text().startPage(page + 1);
      paragraphs.forEach(reading.text()::paragraph);
      if (paragraphs.isEmpty()) {
        reading.text().countPageWithoutText();
      }
      reading.progress().accept((page + 1.0) / pages);
    }
    if (reading.text().isBlank()) {
      throw new UnreadableException(why.code(), why.detail());
    }
  }

  private static BufferedImage decode(javax.imageio.ImageReader decoder, int page)
      throws IOException {
    long pixels = (long) decoder.getWidth(page) * decoder.getHeight(page);
    if (pixels > MAX_CLAIMED) {
      throw new LimitException(
          "The picture has "
              + pixels / 1_000_000
              + " million pixels, more than the "
              + MAX_CLAIMED / 1_000_000
              + " million that are read. Make it smaller.");
    }
    ImageReadParam parameters = decoder.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt((double) pixels / MAX_PIXELS));
    if (step > 1) {
      parameters.setSourceSubsampling(step, step, 0, 0);
    }
    return decoder.read(page, parameters);
  }

  /** In gray on white, twice as large if it is small. */
  private static BufferedImage gray(BufferedImage picture) {
    int times = picture.getWidth() < SMALL && picture.getHeight() < SMALL ? 2 : 1;
    int width = picture.getWidth() * times;
    int height = picture.getHeight() * times;
    BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = gray.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return gray;
  }
}
