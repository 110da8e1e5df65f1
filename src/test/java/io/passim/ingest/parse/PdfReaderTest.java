package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void keepsNumberedHeadingsAtTheTopOfPages() throws IOException {
    for (int number = 1; number <= 3; number++) {
      page(
          line(BOLD, 16, 72, 810, "Course of lectures 2026"),
          line(BOLD, 16, 72, 760, "Week " + number),
          line(PLAIN, 11, 72, 600, "The course goes on with a lecture and an exercise."),
          line(BOLD, 9, 72, 30, "Ondrel Instruments, page " + number + " of 3"));
    }
    DocumentText text = read();
    assertEquals(
        List.of("Week 1", "Week 2", "Week 3"),
        text.headings().stream().map(each -> each.span().of(text.text())).toList());
    assertFalse(text.text().contains("Ondrel"), text::text);
    assertFalse(text.text().contains("2026"), text::text);
  }

  @Test
  void keepsRowsOfNumbersAtTheTopOfPages() throws IOException {
    for (int number = 1; number <= 4; number++) {
      page(
          line(PLAIN, 11, 72, 790, Integer.toString(7 * number)),
          line(PLAIN, 11, 200, 790, 9 - number + ".5"),
          line(PLAIN, 11, 72, 600, "Measured in week " + number + " by hand."),
          line(PLAIN, 9, 72, 30, "Chapter " + (number + 1) / 2),
          line(PLAIN, 9, 300, 30, "Page " + (1 + number / 3) + "-" + (number % 3 + 1)));
    }
    String text = read().text();
    for (String row : List.of("7 | 8.5", "14 | 7.5", "21 | 6.5", "28 | 5.5")) {
      assertTrue(text.contains(row), text);
    }
    assertFalse(text.contains("Chapter"), text);
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
  void readsOneColumnAfterTheOther() throws IOException {
    page(
        line(PLAIN, 11, 72, 700, "The warranty lasts three years"),
        line(PLAIN, 11, 72, 686, "from the day of delivery and"),
        line(PLAIN, 11, 72, 672, "covers all faults of ma-"),
        line(PLAIN, 11, 320, 700, "terial and of workmanship."),
        line(PLAIN, 11, 320, 670, "Repairs are made in Cork within"),
        line(PLAIN, 11, 320, 656, "ten working days."));
    assertEquals(
        "The warranty lasts three years from the day of delivery and covers all faults of material"
            + " and of workmanship.\n\nRepairs are made in Cork within ten working days.",
        read().text());
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
  void namesTheColumnsOfATable() throws IOException {
    page(
        line(BOLD, 11, 72, 700, "Meal"),
        line(BOLD, 11, 300, 700, "Limit"),
        line(PLAIN, 11, 72, 680, "Lunch"),
        line(PLAIN, 11, 300, 680, "12 pounds"),
        line(PLAIN, 11, 72, 660, "Dinner"),
        line(PLAIN, 11, 300, 660, "32 pounds"));
    assertEquals("Meal: Lunch | Limit: 12 pounds\nMeal: Dinner | Limit: 32 pounds", read().text());
  }

  @Test
  void namesColumnsOfWordsBelowBoldNames() throws IOException {
    page(
        line(PLAIN, 11, 72, 715, "Whom to ask"),
        line(BOLD, 11, 72, 700, "Harbour"),
        line(BOLD, 11, 200, 700, "Master"),
        line(BOLD, 11, 330, 700, "Deputy"),
        line(PLAIN, 11, 72, 680, "Cork"),
        line(PLAIN, 11, 200, 680, "Ada Pym"),
        line(PLAIN, 11, 330, 680, "Bo Lund"),
        line(PLAIN, 11, 72, 660, "Galway"),
        line(PLAIN, 11, 330, 660, "Cy Roe"),
        line(PLAIN, 11, 72, 640, "Those who are away are not listed in this table of harbours."));
    assertEquals(
        """
        Whom to ask
        Harbour: Cork | Master: Ada Pym | Deputy: Bo Lund
        Harbour: Galway | Deputy: Cy Roe

        Those who are away are not listed in this table of harbours.\
        """,
        read().text());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesColumnsByYearsBesideRowsWithNames(boolean bold) throws IOException {
    PDFont names = bold ? BOLD : PLAIN;
    page(
        line(names, 11, 240, 700, "2023"),
        line(names, 11, 340, 700, "2024"),
        line(PLAIN, 11, 72, 680, "Berths let"),
        line(PLAIN, 11, 248, 680, "31"),
        line(PLAIN, 11, 348, 680, "38"),
        line(PLAIN, 11, 72, 660, "Berths idle"),
        line(PLAIN, 11, 354, 660, "2"));
    assertEquals("Berths let | 2023: 31 | 2024: 38\nBerths idle | 2024: 2", read().text());
  }

  @Test
  void keepsTheLinesOfACellTogether() throws IOException {
    page(
        line(BOLD, 11, 72, 700, "Word"),
        line(BOLD, 11, 200, 700, "Meaning"),
        line(PLAIN, 11, 72, 680, "Berth"),
        line(PLAIN, 11, 200, 680, "A place where one ship may"),
        line(PLAIN, 11, 200, 667, "Lie for a night, or for the sea-"),
        line(PLAIN, 11, 200, 654, "son"),
        line(PLAIN, 11, 72, 634, "Fee"),
        line(PLAIN, 11, 200, 634, "What is paid for it"),
        line(PLAIN, 11, 72, 619, "These words hold in all our harbours."));
    assertEquals(
        "Word: Berth | Meaning: A place where one ship may Lie for a night, or for the season\n"
            + "Word: Fee | Meaning: What is paid for it\nThese words hold in all our harbours.",
        read().text());
  }

  @Test
  void namesTheColumnsOfATableOnTheNextPage() throws IOException {
    page(
        line(BOLD, 11, 72, 300, "Meal"),
        line(BOLD, 11, 300, 300, "Limit"),
        line(PLAIN, 11, 72, 280, "lunch"),
        line(PLAIN, 11, 300, 280, "twelve pounds"));
    page(line(PLAIN, 11, 72, 700, "dinner"), line(PLAIN, 11, 300, 700, "thirty pounds"));
    page(
        line(BOLD, 11, 72, 700, "Meal"),
        line(BOLD, 11, 300, 700, "Limit"),
        line(PLAIN, 11, 72, 680, "tea"),
        line(PLAIN, 11, 300, 680, "four pounds"),
        line(PLAIN, 11, 72, 600, "Signed in Cork by those named."));
    page(line(PLAIN, 11, 72, 700, "Ada Pym"), line(PLAIN, 11, 300, 700, "Bo Lund"));
    assertEquals(
        """
        Meal: lunch | Limit: twelve pounds

        Meal: dinner | Limit: thirty pounds

        Meal: tea | Limit: four pounds

        Signed in Cork by those named.

        Ada Pym | Bo Lund\
        """,
        read().text());
  }

  @Test
  void readsColumnsApartThatAreWrittenAcross() throws IOException {
    page(
        line(PLAIN, 11, 72, 730, "Terms of the warranty that holds for all that we deliver to you"),
        line(PLAIN, 11, 72, 700, "The warranty lasts three years"),
        line(PLAIN, 11, 320, 700, "Repairs are made in Cork within"),
        line(PLAIN, 11, 72, 686, "from the day of the delivery, and"),
        line(PLAIN, 11, 320, 686, "ten working days, unless parts"),
        line(PLAIN, 11, 72, 672, "covers all faults of material and"),
        line(PLAIN, 11, 320, 672, "have to be ordered from abroad"),
        line(PLAIN, 11, 72, 658, "of workmanship, as far as these"),
        line(PLAIN, 11, 320, 658, "or the ice keeps our ships from"),
        line(PLAIN, 11, 72, 644, "are told of in time."),
        line(PLAIN, 11, 320, 644, "leaving the harbour."));
    assertEquals(
        "Terms of the warranty that holds for all that we deliver to you\n\n"
            + "The warranty lasts three years from the day of the delivery, and covers all faults of"
            + " material and of workmanship, as far as these are told of in time.\n\n"
            + "Repairs are made in Cork within ten working days, unless parts have to be ordered"
            + " from abroad or the ice keeps our ships from leaving the harbour.",
        read().text());
  }

  @Test
  void keepsTheRowsOfATableOfSentences() throws IOException {
    page(
        line(PLAIN, 11, 72, 700, "Berth"),
        line(PLAIN, 11, 200, 700, "A place where one ship may lie for a night"),
        line(PLAIN, 11, 72, 680, "Fee"),
        line(PLAIN, 11, 200, 680, "What is paid for it"),
        line(PLAIN, 11, 72, 660, "Pilot"),
        line(PLAIN, 11, 200, 660, "Who brings the ship there through the narrows"),
        line(PLAIN, 11, 72, 640, "Quay"),
        line(PLAIN, 11, 200, 640, "Where all of them land"));
    assertEquals(
        """
        Berth | A place where one ship may lie for a night
        Fee | What is paid for it
        Pilot | Who brings the ship there through the narrows
        Quay | Where all of them land\
        """,
        read().text());
  }

  @Test
  void readsWhatIsAttached() throws IOException {
    page(line(PLAIN, 11, 72, 700, "The rates are attached."));
    PDComplexFileSpecification rates =
        attachment("rates.csv", "Meal,Limit\nLunch,12 pounds\n".getBytes(StandardCharsets.UTF_8));
    PDComplexFileSpecification form =
        attachment("form.docx", Files.readAllBytes(Parsing.fixture("leave.docx")));
    PDComplexFileSpecification picture =
        attachment("logo.gif", "GIF89a".getBytes(StandardCharsets.UTF_8));
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of("1", rates, "2", picture));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
    List<PDAnnotation> annotations = new ArrayList<>();
    for (PDComplexFileSpecification file : List.of(form, rates)) {
      PDAnnotationFileAttachment annotation = new PDAnnotationFileAttachment();
      annotation.setFile(file);
      annotations.add(annotation);
    }
    document.getPage(0).setAnnotations(annotations);
    DocumentText text = read();
    assertTrue(
        text.text()
            .startsWith("The rates are attached.\n\nrates.csv\n\nMeal: Lunch | Limit: 12 pounds"),
        text::text);
    assertEquals(
        List.of("rates.csv", "form.docx"),
        text.headings().stream()
            .filter(heading -> heading.level() == 1)
            .map(heading -> heading.span().of(text.text()))
            .toList());
  }

  @Test
  void readsOnWhereAnAttachmentIsDamaged() throws IOException {
    page(line(PLAIN, 11, 72, 700, "The rates are attached."));
    PDComplexFileSpecification damaged = attachment("rates.csv", new byte[] {1, 2, 3});
    damaged.getEmbeddedFile().getCOSObject().setItem(COSName.FILTER, COSName.getPDFName("NoSuch"));
    PDAnnotationFileAttachment annotation = new PDAnnotationFileAttachment();
    annotation.setFile(damaged);
    document.getPage(0).setAnnotations(List.of(annotation));
    assertEquals("The rates are attached.", read().text());
  }

  private PDComplexFileSpecification attachment(String name, byte[] content) throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(name);
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(content)));
    return file;
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
  void labelsPagesAsTheyArePrinted() throws IOException {
    for (int i = 0; i < 4; i++) {
      page(line(PLAIN, 11, 72, 700, "Page of index " + i + "."));
    }
    PDPageLabels labels = new PDPageLabels(document);
    PDPageLabelRange preface = new PDPageLabelRange();
    preface.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
    PDPageLabelRange body = new PDPageLabelRange();
    body.setStyle(PDPageLabelRange.STYLE_DECIMAL);
    PDPageLabelRange annex = new PDPageLabelRange();
    annex.setPrefix("A-");
    annex.setStyle(PDPageLabelRange.STYLE_DECIMAL);
    labels.setLabelItem(0, preface);
    labels.setLabelItem(1, body);
    body.setStart(2);
    labels.setLabelItem(3, annex);
    document.getDocumentCatalog().setPageLabels(labels);
    assertEquals(
        Arrays.asList("i", null, null, "A-1"), read().pages().stream().map(Page::label).toList());
  }

  @Test
  void readsWhatADocumentSaysOfItself() throws IOException {
    document.getDocumentInformation().setTitle("Mooring fees");
    document.getDocumentInformation().setAuthor("Ada Pym");
    document
        .getDocumentInformation()
        .setCreationDate(GregorianCalendar.from(ZonedDateTime.parse("2024-02-29T10:00:00Z")));
    page(line(PLAIN, 11, 72, 700, "The only line."));
    ParseResult.Parsed parsed = Parsing.parsed(save());
    assertEquals("Mooring fees", parsed.title());
    assertEquals("Ada Pym", parsed.author());
    assertEquals(LocalDate.of(2024, 2, 29), parsed.date());
  }

  @Test
  void readsWhatItSaysOfItselfInXmp() throws IOException {
    xmp(
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:own="urn:of-a-program">
              <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Mooring fees</rdf:li></rdf:Alt></dc:title>
              <dc:creator><rdf:Seq><rdf:li>Ada Pym</rdf:li><rdf:li>Bo Lund</rdf:li></rdf:Seq></dc:creator>
              <xmp:CreateDate>2024-02-29T10:00:00Z</xmp:CreateDate>
              <own:state>final</own:state>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
        """);
    document.getDocumentInformation().setTitle("fees_v3.docx");
    page(line(PLAIN, 11, 72, 700, "The only line."));
    ParseResult.Parsed parsed = Parsing.parsed(save());
    assertEquals("Mooring fees", parsed.title());
    assertEquals("Ada Pym, Bo Lund", parsed.author());
    assertEquals(LocalDate.of(2024, 2, 29), parsed.date());
  }

  @Test
  void damagedXmpSaysNothing() throws IOException {
    xmp("<!DOCTYPE x [<!ENTITY a \"Mooring fees\">]><x>&a;");
    page(line(PLAIN, 11, 72, 700, "The only line."));
    ParseResult.Parsed parsed = Parsing.parsed(save());
    assertEquals("The only line.", parsed.text().text());
    assertNull(parsed.author());
  }

  private void xmp(String content) throws IOException {
    document
        .getDocumentCatalog()
        .setMetadata(
            new PDMetadata(
                document, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
  }

  /** CVE-2025-54988 and CVE-2025-66516: an XFA form that asks the parser to fetch something. */
  @Test
  void fetchesNothingForAForm() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "the-secret");
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
        });
    server.start();
    try {
      String remote = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
      COSStream form = document.getDocument().createCOSStream();
      try (OutputStream out = form.createOutputStream()) {
        out.write(
            ("<!DOCTYPE x SYSTEM \""
                    + remote
                    + "\" [<!ENTITY a SYSTEM \""
                    + secret.toUri()
                    + "\"><!ENTITY % b SYSTEM \""
                    + remote
                    + "\"> %b;]>"
                    + "<xdp><template><field name=\"f\"><value>&a;</value></field></template></xdp>")
                .getBytes(StandardCharsets.UTF_8));
      }
      PDAcroForm acroForm = new PDAcroForm(document);
      acroForm.getCOSObject().setItem(COSName.XFA, form);
      document.getDocumentCatalog().setAcroForm(acroForm);
      page(line(PLAIN, 11, 72, 700, "The only line."));
      assertEquals("The only line.", read().text());
      assertEquals(0, requests.get());
    } finally {
      server.stop(0);
    }
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
