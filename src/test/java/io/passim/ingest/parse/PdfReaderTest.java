package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
  private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

  @TempDir Path directory;
  private final PDDocument document = new PDDocument();

  @Test
  void removesWhatEveryPageRepeats() throws IOException {
    for (int number = 1; number <= 3; number++) {
      String fact = "On page " + number + " stands a fact.";
      page(
          line(PLAIN, 9, 72, 810, "Ondrel Instruments"),
          line(PLAIN, 11, 72, 600, fact),
          line(PLAIN, 9, 72, 30, "Version 4, page " + number + " of 3"));
    }
    DocumentText text = read();
    assertEquals(
        "On page 1 stands a fact.\n\nOn page 2 stands a fact.\n\nOn page 3 stands a fact.",
        text.text());
    assertEquals(2, text.pageAt(text.text().indexOf("page 2")));
  }

  @Test
  void joinsTheLinesOfAParagraph() throws IOException {
    page(
        line(PLAIN, 11, 72, 700, "The part-time rule holds for every mem-"),
        line(PLAIN, 11, 72, 686, "ber of the staff who works in a part-"),
        line(PLAIN, 11, 72, 672, "time position, whatever its hours."),
        line(PLAIN, 11, 72, 640, "Another paragraph follows here."));
    assertEquals(
        "The part-time rule holds for every member of the staff who works in a part-time"
            + " position, whatever its hours.\n\nAnother paragraph follows here.",
        read().text());
  }

  @Test
  void keepsASentenceWholeAcrossPages() throws IOException {
    page(line(PLAIN, 11, 72, 400, "The warranty lasts three years and cov-"));
    page(line(PLAIN, 11, 72, 600, "ers all faults of material."));
    DocumentText text = read();
    assertEquals("The warranty lasts three years and covers all faults of material.", text.text());
    assertEquals(2, text.pageAt(text.text().indexOf("faults")));
  }

  @Test
  void tellsHeadingsByTheirLooks() throws IOException {
    page(
        line(BOLD, 20, 72, 700, "Staff handbook"),
        line(BOLD, 11, 72, 660, "Annual leave"),
        line(PLAIN, 11, 72, 640, "Everybody has twenty-five days of paid leave in a year, and"),
        line(PLAIN, 11, 72, 626, "those who have served ten years have twenty-eight."));
    DocumentText text = read();
    assertEquals(2, text.headings().size());
    assertEquals(
        List.of("Staff handbook", "Annual leave"), text.headingPathAt(text.text().length()));
  }

  @Test
  void readsRowsOfATable() throws IOException {
    page(
        line(PLAIN, 11, 72, 700, "Lunch"),
        line(PLAIN, 11, 300, 700, "12 pounds"),
        line(PLAIN, 11, 72, 680, "Dinner"),
        line(PLAIN, 11, 300, 680, "32 pounds"));
    assertEquals("Lunch | 12 pounds\nDinner | 32 pounds", read().text());
  }

  @Test
  void countsPagesWithoutText() throws IOException {
    page(line(PLAIN, 11, 72, 700, "The first page."));
    page();
    page(line(PLAIN, 11, 72, 700, "The third page."));
    DocumentText text = read();
    assertEquals(3, text.pages().size());
    assertEquals(3, text.pageAt(text.text().indexOf("third")));
    assertTrue(text.pages().get(1).span().of(text.text()).isBlank());
  }

  @Test
  void doesNotTakeAProgramsNameForATitle() throws IOException {
    document.getDocumentInformation().setTitle("Microsoft Word - leave_v3_FINAL.doc");
    page(line(PLAIN, 11, 72, 700, "The only line."));
    Path file = save();
    assertEquals("test", Parsing.parsed(file).title());
    assertFalse(Parsing.parsed(file).text().text().isBlank());
  }

  @Test
  void reportsEveryPage() throws IOException {
    page(line(PLAIN, 11, 72, 700, "One."));
    page(line(PLAIN, 11, 72, 700, "Two."));
    List<Double> progress = new ArrayList<>();
    Path file = save();
    ParseResult result =
        new FileParser(1000).parse(new SourceFile(file, "a", MediaTypes.PDF), progress::add);
    assertTrue(result instanceof ParseResult.Parsed);
    assertEquals(List.of(0.5, 1.0), progress);
  }

  private record Line(PDFont font, float size, float x, float y, String text) {}

  private static Line line(PDFont font, float size, float x, float y, String text) {
    return new Line(font, size, x, y, text);
  }

  private void page(Line... lines) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      for (Line line : lines) {
        content.beginText();
        content.setFont(line.font(), line.size());
        content.newLineAtOffset(line.x(), line.y());
        content.showText(line.text());
        content.endText();
      }
    }
  }

  private Path save() throws IOException {
    Path file = directory.resolve("test.pdf");
    document.save(file.toFile());
    document.close();
    return file;
  }

  private DocumentText read() throws IOException {
    return Parsing.parsed(save()).text();
  }
}
