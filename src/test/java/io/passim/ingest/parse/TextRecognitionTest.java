package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.passim.document.DocumentText;
import io.passim.ingest.parse.ParseResult.Failed;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of text: read where Tesseract is installed, and refused with the reason elsewhere. */
class TextRecognitionTest {
  private static final Path SCAN = Path.of("documents/en/goods-lift-notice-scan.pdf");

  @TempDir Path directory;

  @Test
  void readsAScannedPdf() throws IOException {
    needsTesseract();
    DocumentText text = Parsing.parsed(SCAN).text();
    assertTrue(text.text().contains("lift"), text::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp"})
  void readsAPicture(String format) throws IOException {
    needsTesseract();
    Path file = directory.resolve("notice." + format);
    assertTrue(ImageIO.write(picture(), format, file.toFile()));
    DocumentText text = Parsing.parsed(file).text();
    assertTrue(text.text().contains("Agnes Rennie"), text::text);
  }

  @Test
  void readsThePagesOfATiff() throws IOException {
    needsTesseract();
    Path file = directory.resolve("fax.tiff");
    CorpusPictures.writeTiff(List.of(picture(), picture()), file);
    assertEquals(2, Parsing.parsed(file).text().pages().size());
  }

  /** In those of the interface where they are installed, else in those that are. */
  @ParameterizedTest
  @CsvSource({
    "afr deu eng fra osd, eng+fra",
    "fra osd, fra",
    "afr ces deu ita, afr+ces+deu",
    "chi_sim osd, chi_sim"
  })
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void readsInTheLanguagesThatTheProgramKnows(String installed, String expected)
      throws IOException {
    Path program = directory.resolve("tesseract.sh");
    Path arguments = directory.resolve("arguments.txt");
    Files.writeString(
        program,
        "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then printf 'List:\\n'; printf '%s\\n' "
            + installed
            + "; exit; fi\necho \"$@\" > "
            + arguments
            + "\n");
    assertTrue(program.toFile().setExecutable(true));
    var _ = Parsing.parseWith(new Tesseract(program.toString(), Tesseract.PAGE, () -> {}), SCAN);
    String given = Files.readString(arguments);
    assertTrue(given.contains(" -l " + expected + " --dpi "), given);
  }

  @Test
  void readsFrenchAccents() throws IOException {
    needsTesseract();
    Path file = directory.resolve("avis.png");
    String words = "Congés payés : où déposer la requête ? À l'école, dès août, ça va.";
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A5);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 11);
        content.newLineAtOffset(40, 500);
        content.showText(words);
        content.endText();
      }
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 200), "png", file.toFile());
    }
    assertEquals(words, Parsing.parsed(file).text().text());
  }

  @Test
  void readsOnlyThePagesThatHaveNoText() throws IOException {
    needsTesseract();
    Path file = directory.resolve("mixed.pdf");
    try (PDDocument mixed = Loader.loadPDF(Parsing.fixture("two-pages.pdf").toFile());
        PDDocument scan = Loader.loadPDF(SCAN.toFile())) {
      mixed.importPage(scan.getPage(0));
      mixed.save(file.toFile());
    }
    DocumentText text = Parsing.parsed(file).text();
    assertEquals(3, text.pages().size());
    assertEquals(2, text.pageAt(text.text().indexOf("stone pier")));
    assertEquals(3, text.pageAt(text.text().indexOf("lift")));
    assertEquals(0, text.pagesWithoutText());
  }

  /** What is not found because nobody read it must not go unsaid; an empty page is no loss. */
  @Test
  void countsTheScansThatAServerWithoutTextRecognitionDoesNotRead() throws IOException {
    Path file = directory.resolve("mixed.pdf");
    try (PDDocument mixed = Loader.loadPDF(Parsing.fixture("two-pages.pdf").toFile());
        PDDocument scan = Loader.loadPDF(SCAN.toFile())) {
      mixed.addPage(new PDPage());
      PDPage empty = new PDPage();
      mixed.addPage(empty);
      try (PDPageContentStream content = new PDPageContentStream(mixed, empty)) {
        content.saveGraphicsState();
        content.addRect(0, 0, 10, 10);
        content.clip();
        content.restoreGraphicsState();
      }
      mixed.importPage(scan.getPage(0));
      mixed.save(file.toFile());
    }
    Parsed parsed = assertInstanceOf(Parsed.class, Parsing.parseWithoutOcr(file));
    assertEquals(1, parsed.text().pagesWithoutText());
    Path archive = directory.resolve("mixed.zip");
    Files.write(
        archive,
        Zips.of(Map.of("a.pdf", Files.readAllBytes(file), "b.pdf", Files.readAllBytes(file))));
    Parsed all = assertInstanceOf(Parsed.class, Parsing.parseWithoutOcr(archive));
    assertEquals(2, all.text().pagesWithoutText());
  }

  /** Programs print numbers of pages, of files and of envelopes on scans. */
  @Test
  void readsScansThatCarryAStamp() throws IOException {
    needsTesseract();
    DocumentText two = Parsing.parsed(stamped(2)).text();
    assertEquals(2, two.pages().size());
    assertEquals(2, two.pageAt(two.text().lastIndexOf("lift")));
    assertFalse(two.text().contains("Envelope"), two::text);
    assertEquals(0, two.pagesWithoutText());
    String one = Parsing.parsed(stamped(1)).text().text();
    assertTrue(one.contains("lift"), one);
    assertEquals(2, one.split("Envelope", -1).length, one);
  }

  @Test
  void countsScansThatCarryAStamp() throws IOException {
    Path file = directory.resolve("contract.pdf");
    try (PDDocument contract = Loader.loadPDF(Parsing.fixture("two-pages.pdf").toFile());
        PDDocument scan = Loader.loadPDF(stamped(2).toFile())) {
      contract.importPage(scan.getPage(0));
      contract.importPage(scan.getPage(1));
      contract.save(file.toFile());
    }
    Parsed parsed = assertInstanceOf(Parsed.class, Parsing.parseWithoutOcr(file));
    assertEquals(2, parsed.text().pagesWithoutText());
  }

  @Test
  void takesNoTextOnAPictureForAScan() throws IOException {
    Path file = stamped(1, 400);
    Parsed parsed = assertInstanceOf(Parsed.class, Parsing.parseWithoutOcr(file));
    assertEquals("Envelope 8F3A, page 1", parsed.text().text());
    assertEquals(0, parsed.text().pagesWithoutText());
  }

  @Test
  void findsNoWordsWhereThereAreNone() throws IOException {
    needsTesseract();
    assertEquals(
        "document_without_text", Parsing.problemCode(Parsing.fixture("wrong-extension.pdf")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "documents/en/goods-lift-notice-scan.pdf",
        "src/test/resources/files/wrong-extension.pdf"
      })
  void saysThatTheServerHasNoTextRecognition(String file) throws IOException {
    ParseResult result = Parsing.parseWithoutOcr(Path.of(file));
    Failed failed = assertInstanceOf(Failed.class, result);
    assertEquals("document_without_text", failed.problem().code());
    assertTrue(failed.problem().detail().contains("Tesseract"), failed.problem()::detail);
  }

  @Test
  void refusesAPictureThatClaimsToBeHuge() throws IOException {
    needsTesseract();
    byte[] png = Files.readAllBytes(Parsing.fixture("wrong-extension.pdf"));
    // Width and height of the header, whose checksum Java does not verify.
    for (int at : List.of(17, 21)) {
      png[at] = (byte) 0x10;
    }
    Path file = Files.write(directory.resolve("huge.png"), png);
    assertEquals("too_large", Parsing.problemCode(file));
  }

  private Path stamped(int pages) throws IOException {
    return stamped(pages, 20);
  }

  /** The scan so many times, each with a line of text so far below its upper edge. */
  private Path stamped(int pages, float below) throws IOException {
    Path file = directory.resolve("stamped.pdf");
    try (PDDocument scan = Loader.loadPDF(SCAN.toFile());
        PDDocument document = new PDDocument()) {
      for (int number = 1; number <= pages; number++) {
        PDPage page = document.importPage(scan.getPage(0));
        try (PDPageContentStream content =
            new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 9);
          content.newLineAtOffset(72, page.getCropBox().getHeight() - below);
          content.showText("Envelope 8F3A, page " + number);
          content.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void needsTesseract() {
    assumeTrue(
        new Tesseract().isInstalled(),
        "needs Tesseract: apt-get install tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra");
  }

  /** A page as a scanner would see it. */
  private static BufferedImage picture() throws IOException {
    try (PDDocument document = Loader.loadPDF(Parsing.fixture("two-pages.pdf").toFile())) {
      return new PDFRenderer(document).renderImageWithDPI(0, 150);
    }
  }
}
