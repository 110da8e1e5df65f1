package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.passim.document.PageWords;
import io.passim.document.RecognisedWord;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the recognised words of a scan stand on its pages. */
class WordPlacesTest {
  private static final PDRectangle PAPER = PDRectangle.A5;
  private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);
  private static final float SIZE = 14;
  private static final float X = 60;
  private static final List<String> LINES =
      List.of(
          "The harbour ferry leaves the pier at nine.",
          "The crossing takes twenty minutes in calm",
          "weather and longer when there is ice.");

  /** Of the page's width or height: 2.1 points of the width of A5. */
  private static final float TOLERANCE = 0.005f;

  /** Of the crop box from the corner of the paper. */
  private static final float CUT = 30;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void areWhereTheWordsWereDrawnHoweverThePageIsTurned(int rotation) throws IOException {
    needsTesseract();
    Path file = directory.resolve("scan.pdf");
    try (PDDocument scan = new PDDocument()) {
      addScan(scan, rotation);
      scan.save(file.toFile());
    }
    Parsed parsed = Parsing.parsed(file);
    PageWords page = wordsOf(parsed).getFirst();
    assertEquals(1, page.page());
    assertEquals(String.join(" ", LINES), joined(page));
    assertEquals(parsed.text().text(), joined(page));
    for (int line = 0; line < LINES.size(); line++) {
      String before = "";
      for (String text : LINES.get(line).split(" ", -1)) {
        assertPlaced(page, line, before, text);
        before += text + " ";
      }
    }
  }

  @Test
  void areKeptOfThePagesThatAreScans() throws IOException {
    needsTesseract();
    Path file = directory.resolve("mixed.pdf");
    try (PDDocument mixed = Loader.loadPDF(Parsing.fixture("two-pages.pdf").toFile())) {
      addScan(mixed, 0);
      mixed.save(file.toFile());
    }
    assertEquals(List.of(3), wordsOf(Parsing.parsed(file)).stream().map(PageWords::page).toList());
    Path archive = directory.resolve("mixed.zip");
    Files.write(archive, Zips.of(Map.of("mixed.pdf", Files.readAllBytes(file))));
    assertEquals(List.of(), wordsOf(Parsing.parsed(archive)));
  }

  @Test
  void areThoseOfTheWordsThatAreInTheText() {
    RecognisedPage page =
        RecognisedWords.page(
            List.of(
                "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
                row(1, 1, 100, 50, 95, "docu-"),
                row(1, 2, 20, 80, 96, "ment"),
                row(1, 2, 60, 80, 12, "~speck~"),
                row(2, 1, 20, 200, 90, "|"),
                row(3, 1, 190, 390, 90, "end")),
            200,
            400);
    assertEquals(List.of("document", "end"), page.paragraphs());
    assertEquals(
        List.of(
            new RecognisedWord("docu-", 1, 0.5f, 0.125f, 0.1f, 0.025f),
            new RecognisedWord("ment", 2, 0.1f, 0.2f, 0.1f, 0.025f),
            new RecognisedWord("end", 4, 0.95f, 0.975f, 0.05f, 0.025f)),
        page.words());
  }

  @Test
  void areKeptOfAsManyPagesAsThereIsRoomFor() {
    TextBuilder text = new TextBuilder(100);
    RecognisedWord word = new RecognisedWord("a", 1, 0, 0, 1, 1);
    List<RecognisedWord> most = new ArrayList<>();
    for (int i = 0; i < TextBuilder.MAX_WORDS; i++) {
      most.add(word);
    }
    text.placeWords(1, List.of(word));
    text.placeWords(2, most);
    text.placeWords(3, List.of(word, word));
    assertEquals(List.of(1, 3), text.words().stream().map(PageWords::page).toList());
  }

  private static void assertPlaced(PageWords page, int line, String before, String text)
      throws IOException {
    RecognisedWord word =
        page.words().stream()
            .filter(each -> each.line() == line + 1 && each.text().equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError(text + " is not in " + page));
    float left = X + widthOf(before);
    assertEquals(left / PAPER.getWidth(), word.left(), TOLERANCE, text);
    assertEquals(widthOf(text) / PAPER.getWidth(), word.width(), 2 * TOLERANCE, text);
    float baseline = (PAPER.getHeight() - baseline(line)) / PAPER.getHeight();
    assertTrue(word.top() < baseline - 0.4f * SIZE / PAPER.getHeight(), text);
    assertTrue(word.top() > baseline - 0.9f * SIZE / PAPER.getHeight(), text);
    assertTrue(word.top() + word.height() > baseline - TOLERANCE, text);
    assertTrue(word.top() + word.height() < baseline + 0.4f * SIZE / PAPER.getHeight(), text);
  }

  private static List<PageWords> wordsOf(Parsed parsed) {
    List<PageWords> words = parsed.words();
    assertFalse(words == null);
    return words;
  }

  private static String joined(PageWords page) {
    return page.words().stream().map(RecognisedWord::text).collect(Collectors.joining(" "));
  }

  private static String row(int paragraph, int line, int left, int top, int sure, String word) {
    return "5\t1\t1\t%d\t%d\t1\t%d\t%d\t20\t10\t%d\t%s"
        .formatted(paragraph, line, left, top, sure, word);
  }

  private static float baseline(int line) {
    return 400 - line * 1.5f * SIZE;
  }

  private static float widthOf(String text) throws IOException {
    return FONT.getStringWidth(text) / 1000 * SIZE;
  }

  /** Adds a page that holds nothing but a picture of the lines, upright as the page is shown. */
  private static void addScan(PDDocument document, int rotation) throws IOException {
    float width = PAPER.getWidth();
    float height = PAPER.getHeight();
    boolean lies = rotation % 180 != 0;
    PDRectangle shown = new PDRectangle(CUT, 2 * CUT, lies ? height : width, lies ? width : height);
    PDPage page =
        new PDPage(new PDRectangle(shown.getWidth() + 3 * CUT, shown.getHeight() + 4 * CUT));
    page.setCropBox(shown);
    page.setRotation(rotation);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.transform(Matrix.getTranslateInstance(CUT, 2 * CUT));
      content.drawImage(
          LosslessFactory.createFromImage(document, picture()),
          ScannedPages.place(rotation, width, height));
    }
  }

  private static BufferedImage picture() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PAPER);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(FONT, SIZE);
        for (int line = 0; line < LINES.size(); line++) {
          content.beginText();
          content.newLineAtOffset(X, baseline(line));
          content.showText(LINES.get(line));
          content.endText();
        }
      }
      return new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.GRAY);
    }
  }

  private static void needsTesseract() {
    assumeTrue(new Tesseract().isInstalled(), "needs Tesseract");
  }
}
