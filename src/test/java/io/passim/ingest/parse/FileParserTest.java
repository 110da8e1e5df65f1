package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentText;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One test for each fixture: what comes out, or why nothing does. */
class FileParserTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "encrypted.pdf, document_encrypted",
    "empty.txt, unsupported_media_type",
    "wrong-extension.pdf, document_without_text",
    "truncated.docx, document_damaged"
  })
  void failsWithAReason(String file, String code) throws IOException {
    assertEquals(code, Parsing.problemCode(Parsing.fixture(file)));
  }

  @Test
  void readsThePagesOfAPdfWithoutTheirNumbers() throws IOException {
    DocumentText text = Parsing.parsed(Parsing.fixture("two-pages.pdf")).text();
    assertEquals(2, text.pages().size());
    assertEquals(1, text.pageAt(text.text().indexOf("Agnes Rennie")));
    assertEquals(2, text.pageAt(text.text().indexOf("stone pier")));
    assertEquals(
        List.of("The lighthouse", "The ferry"),
        text.headings().stream().map(heading -> heading.span().of(text.text())).toList());
    assertTrue(text.text().endsWith("in fair weather."), text::text);
  }

  @Test
  void readsHeadingsAndTablesOfWord() throws IOException {
    Parsed leave = Parsing.parsed(Parsing.fixture("leave.docx"));
    DocumentText text = leave.text();
    assertEquals("Leave", leave.title());
    assertEquals("en", leave.language());
    assertEquals(
        List.of("Leave", "Part-time staff"), text.headingPathAt(text.text().indexOf("14.4 days")));
    assertTrue(
        text.text().contains("Days a week: 5 | Days of leave: 24\nDays a week: 3 |"), text::text);
  }

  @Test
  void readsTheMainContentOfAPage() throws IOException {
    Parsed page = Parsing.parsed(Parsing.fixture("page.html"));
    assertEquals("Opening hours", page.title());
    assertEquals(
        """
        Opening hours

        The library is open from 10:00 to 19:00 on weekdays & from 10:00 to 14:00 on Saturdays.

        Holidays

        During the summer holidays it closes at 17:00.
        The reading room stays open until 20:00.\
        """,
        page.text().text());
  }

  @Test
  void readsMarkdown() throws IOException {
    DocumentText text = Parsing.parsed(Parsing.fixture("notes.md")).text();
    assertTrue(text.text().contains("- Beans are sown on 10 May.\n- Leeks are"), text::text);
    assertTrue(text.text().contains("Tool: Shredder | Deposit: 40\n"), text::text);
    assertTrue(text.text().contains("<b>not</b>"), text::text);
    assertEquals(
        List.of("Notes from the garden club", "Tools", "Broken tools"),
        text.headingPathAt(text.text().length()));
  }

  @Test
  void decodesLatin1() throws IOException {
    Parsed cafe = Parsing.parsed(Parsing.fixture("latin1.txt"));
    assertEquals("Le café de la gare", cafe.title());
    assertEquals("fr", cafe.language());
    assertTrue(cafe.text().text().contains("à Noël et à Pâques"), cafe.text()::text);
  }

  @Test
  void saysThatATextIsTooLong() throws IOException {
    Path file = Files.writeString(directory.resolve("long.txt"), "word ".repeat(1000));
    ParseResult result =
        new FileParser(999).parse(new SourceFile(file, "long.txt", MediaTypes.TEXT), done -> {});
    assertEquals("too_large", assertInstanceOf(ParseResult.Failed.class, result).problem().code());
  }

  @Test
  void saysThatThereIsNoText() throws IOException {
    Path blank = Files.writeString(directory.resolve("blank.txt"), " \n\t\n");
    assertEquals("document_without_text", Parsing.problemCode(blank));
  }

  /** Files cut short or with bytes changed are damaged or readable, never anything else. */
  @ParameterizedTest
  @MethodSource
  void survivesDamage(String fixture, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = Files.readAllBytes(Parsing.fixture(fixture));
    for (int i = 0; i < 40; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    Path file = Files.write(directory.resolve(fixture), bytes);
    String type = fixture.endsWith("pdf") ? MediaTypes.PDF : MediaTypes.DOCX;
    ParseResult result =
        new FileParser(1_000_000).parse(new SourceFile(file, fixture, type), done -> {});
    if (result instanceof ParseResult.Failed failed) {
      assertTrue(failed.problem().code().startsWith("document_"), failed.problem()::toString);
    }
  }

  static Stream<Arguments> survivesDamage() {
    return Stream.of("two-pages.pdf", "leave.docx")
        .flatMap(fixture -> LongStream.range(0, 15).mapToObj(seed -> Arguments.of(fixture, seed)));
  }

  @Test
  void readsEverySample() throws IOException {
    try (Stream<Path> samples = Files.walk(Path.of("documents"), 2)) {
      List<Path> files = samples.filter(file -> file.getNameCount() == 3).toList();
      assertFalse(files.isEmpty());
      for (Path file : files) {
        if (!file.endsWith("goods-lift-notice-scan.pdf")) {
          String folder = file.getName(1).toString();
          assertEquals(folder, Parsing.parsed(file).language(), file::toString);
        }
      }
    }
  }
}
