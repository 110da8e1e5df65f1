package io.passim.ingest.parse;

import io.passim.ingest.parse.CorpusFiles.Fact;
import io.passim.ingest.parse.CorpusFiles.Format;
import io.passim.ingest.parse.CorpusStory.CorpusSection;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pictures of pages of text, which only a server with Tesseract reads; apart from the other
 * formats, since a page takes it a second. They hold the first two paragraphs of each section.
 */
final class CorpusPictures {
  private static final List<String> LANGUAGES = List.of("en");
  private static final int DPI = 150;

  private CorpusPictures() {}

  static List<Format> formats() {
    return List.of(
        new Format("png", "png", LANGUAGES, Fact.FLOWING, CorpusPictures::png),
        new Format("tiff", "tiff", LANGUAGES, Fact.PAGED, (s, f) -> writeTiff(pages(s), f)),
        new Format("scan", "pdf", LANGUAGES, Fact.PAGED, CorpusPictures::scan));
  }

  static void writeTiff(List<BufferedImage> pages, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static void png(CorpusStory story, Path file) throws IOException {
    ImageIO.write(pages(story).get(story.factPage() - 1), "png", file.toFile());
  }

  private static void scan(CorpusStory story, Path file) throws IOException {
    try (PDDocument scan = new PDDocument()) {
      for (BufferedImage picture : pages(story)) {
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
          content.drawImage(
              LosslessFactory.createFromImage(scan, picture),
              0,
              0,
              PDRectangle.A4.getWidth(),
              PDRectangle.A4.getHeight());
        }
      }
      scan.save(file.toFile());
    }
  }

  private static List<BufferedImage> pages(CorpusStory story) throws IOException {
    List<CorpusSection> sections =
        story.sections().stream()
            .map(section ->
                new CorpusSection(
                    section.heading(), section.paragraphs().subList(0, 2), section.items()))
            .toList();
    CorpusStory brief =
        new CorpusStory(
            story.language(),
            story.title(),
            sections,
            story.factPage(),
            story.fact(),
            story.rows());
    Path file = Files.createTempFile("pages", ".pdf");
    try {
      CorpusOffice.pdf(brief, file);
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        List<BufferedImage> pages = new ArrayList<>();
        for (int page = 0; page < document.getNumberOfPages(); page++) {
          pages.add(new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.GRAY));
        }
        return pages;
      }
    } finally {
      Files.delete(file);
    }
  }
}
