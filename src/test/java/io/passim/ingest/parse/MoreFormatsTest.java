package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentText;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings, lists, tables, pages and what files say of themselves, format by format. */
class MoreFormatsTest {
  @TempDir Path directory;

  /** The same document, as LibreOffice writes it. */
  @ParameterizedTest
  @CsvSource({
    "mooring.doc, '· Pay in cash.\n\n· Keep the receipt.\n\n'",
    "mooring.odt, '\n\n- Pay in cash.\n- Keep the receipt.\n\n'",
    "mooring.rtf, '\n\n- Pay in cash.\n- Keep the receipt.\n\n'"
  })
  void readsWhatAWordProcessorWrote(String fixture, String list) throws IOException {
    Parsed mooring = Parsing.parsed(Parsing.fixture(fixture));
    DocumentText text = mooring.text();
    assertEquals("Mooring rules", mooring.title());
    assertEquals("en", mooring.language());
    assertEquals(
        List.of("Mooring rules", "Fees"), text.headingPathAt(text.text().indexOf("85 euros")));
    assertTrue(text.text().contains("Length: 8 m | Fee: 40"), text::text);
    assertTrue(text.text().contains(list), text::text);
  }

  @Test
  void readsPagesNotesAndListsOfOpenDocument() throws IOException {
    Path file =
        openDocument(
            "<office:text><text:h text:outline-level=\"2\">Fees</text:h>"
                + "<text:p>A boat<text:note><text:note-citation>1</text:note-citation>"
                + "<text:note-body><text:p>Of any kind.</text:p></text:note-body></text:note>"
                + " pays <text:soft-page-break/>85<text:s/>euros.</text:p>"
                + "<text:list><text:list-item><text:p>in cash</text:p></text:list-item>"
                + "<text:list-item><text:p>by card</text:p></text:list-item></text:list>"
                + "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
                + "</office:text>");
    DocumentText text = Parsing.parsed(file).text();
    assertEquals(
        "Fees\n\nA boat pays 85 euros.\n\nOf any kind.\n\n- in cash\n- by card", text.text());
    assertEquals(1, text.pageAt(text.text().indexOf("A boat")));
    assertEquals(2, text.pageAt(text.text().indexOf("85")));
  }

  /** What breaks a page there: a style of the text's own, or a named one that it is made of. */
  @Test
  void readsPagesThatStylesOfOpenDocumentBreak() throws IOException {
    Path file = directory.resolve("a.odt");
    CorpusArchives.write(
        file,
        Map.of(
            "mimetype",
            bytes(MediaTypes.ODT),
            "styles.xml",
            bytes(
                "<d xmlns:style=\"s\" xmlns:fo=\"f\"><style:style style:name=\"Chapter\">"
                    + "<style:paragraph-properties fo:break-before=\"page\"/></style:style></d>"),
            "content.xml",
            bytes(
                "<d xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:text=\"t\" xmlns:o=\"o\">"
                    + "<o:automatic-styles><style:style style:name=\"P1\""
                    + " style:parent-style-name=\"Chapter\"/><style:style style:name=\"P2\">"
                    + "<style:paragraph-properties fo:break-after=\"page\"/></style:style>"
                    + "<style:style style:name=\"P3\" style:parent-style-name=\"Chapter\">"
                    + "<style:paragraph-properties fo:break-before=\"auto\"/></style:style>"
                    + "</o:automatic-styles><o:text><text:p text:style-name=\"P1\">One.</text:p>"
                    + "<text:p text:style-name=\"P3\">On.</text:p>"
                    + "<text:p text:style-name=\"Chapter\">Two.</text:p>"
                    + "<text:p text:style-name=\"P2\">On.</text:p>"
                    + "<text:p text:style-name=\"P1\">Three.</text:p></o:text></d>")));
    DocumentText text = Parsing.parsed(file).text();
    assertEquals(
        List.of("One.\n\nOn.\n\n", "Two.\n\nOn.\n\n", "Three."),
        text.pages().stream().map(page -> page.span().of(text.text())).toList());
  }

  @Test
  void readsNoEntityOfOpenDocument() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
    Path file = directory.resolve("a.odt");
    CorpusArchives.write(
        file,
        Map.of(
            "mimetype",
            bytes(MediaTypes.ODT),
            "content.xml",
            bytes(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \""
                    + secret.toUri()
                    + "\">]><office:text xmlns:office=\"o\" xmlns:text=\"t\"><text:p>a &x; b"
                    + "</text:p></office:text>")));
    ParseResult result = Parsing.parse(file);
    assertTrue(!result.toString().contains("secret"), result::toString);
  }

  @Test
  void saysThatAnOpenDocumentIsEncrypted() throws IOException {
    Path file = directory.resolve("a.odt");
    CorpusArchives.write(
        file,
        Map.of(
            "mimetype",
            bytes(MediaTypes.ODT),
            "META-INF/manifest.xml",
            bytes("<m:manifest xmlns:m=\"m\"><m:encryption-data/></m:manifest>"),
            "content.xml",
            new byte[] {1, 2, 3}));
    assertEquals("document_encrypted", Parsing.problemCode(file));
  }

  @Test
  void readsWhatABookSaysOfItself() throws IOException {
    Path file = directory.resolve("a.epub");
    CorpusStory story = CorpusStory.next(new Random(1), "en", 10_000, 1);
    CorpusFiles.formats().stream()
        .filter(format -> format.name().equals("epub"))
        .findFirst()
        .orElseThrow()
        .writer()
        .write(story, file);
    Parsed book = Parsing.parsed(file);
    assertEquals("Rules of the valley, part 10000", book.title());
    assertEquals("Ada Pym", book.author());
    assertEquals(LocalDate.of(2024, 2, 29), book.date());
    assertEquals(List.of("Rules of the valley, part 1"), book.text().headingPathAt(40));
    assertTrue(book.text().text().contains("\n\n- "), book.text()::text);
  }

  @Test
  void saysThatABookIsProtected() throws IOException {
    Path file = directory.resolve("a.epub");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", bytes(MediaTypes.EPUB));
    entries.put(
        "META-INF/container.xml", bytes("<c xmlns=\"c\"><rootfile full-path=\"b.opf\"/></c>"));
    entries.put(
        "b.opf",
        bytes(
            "<p xmlns=\"p\"><item id=\"1\" href=\"c.xhtml\" media-type=\"application/xhtml+xml\"/>"
                + "<itemref idref=\"1\"/></p>"));
    entries.put("c.xhtml", new byte[] {9, 9, 9});
    entries.put(
        "META-INF/encryption.xml", bytes("<e xmlns=\"e\"><CipherReference URI=\"c.xhtml\"/></e>"));
    CorpusArchives.write(file, entries);
    assertEquals("document_encrypted", Parsing.problemCode(file));
  }

  @Test
  void readsWhatAPageSaysOfItself() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a.html"),
            "<html><head><title>Fees</title><meta name=author content='Ada Pym'>"
                + "<meta property='article:published_time' content='2024-02-29T10:00:00Z'></head>"
                + "<body><section><header><h1>Fees</h1></header><p>85 euros.</p></section>");
    Parsed page = Parsing.parsed(file);
    assertEquals("Ada Pym", page.author());
    assertEquals(LocalDate.of(2024, 2, 29), page.date());
    assertEquals("Fees\n\n85 euros.", page.text().text());
  }

  @Test
  void readsTheFrontMatterOfMarkdown() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a.md"),
            "---\ntitle: \"Mooring fees\"\nauthor: Ada Pym\ndate: 2024-02-29\n---\n85 euros.\n");
    Parsed fees = Parsing.parsed(file);
    assertEquals("Mooring fees", fees.title());
    assertEquals("Ada Pym", fees.author());
    assertEquals(LocalDate.of(2024, 2, 29), fees.date());
    assertEquals("85 euros.", fees.text().text());
  }

  private Path openDocument(String body) throws IOException {
    Path file = directory.resolve("a.odt");
    CorpusArchives.write(
        file,
        Map.of(
            "mimetype",
            bytes(MediaTypes.ODT),
            "content.xml",
            bytes("<office:body xmlns:office=\"o\" xmlns:text=\"t\">" + body + "</office:body>")));
    return file;
  }

  private static byte[] bytes(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }
}
