package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EpubReaderTest {
  @TempDir Path directory;

  /** What is furniture of a page in the web is content of a book. */
  @ParameterizedTest
  @MethodSource
  void readsAllOfAChapter(String chapter, String text) throws IOException {
    assertEquals(text, text(Packages.epub(chapter)));
  }

  static Stream<Arguments> readsAllOfAChapter() {
    return Stream.of(
        arguments("<header><h1>One</h1></header><p>Words.</p>", "One\n\nWords."),
        arguments(
            "<p>Words<a href='#n'>1</a>.</p><aside id='n'><p>1 A note.</p></aside>",
            "Words1.\n\n1 A note."),
        arguments(
            "<header><h1>One</h1></header><main><p>Words.</p></main><footer>A note.</footer>",
            "One\n\nWords.\n\nA note."),
        arguments("<nav><ol><li>One</li></ol></nav><p>Words.</p>", "Words."));
  }

  @ParameterizedTest
  @CsvSource({
    "100%.xhtml, 100%.xhtml",
    "100%25.xhtml, 100%.xhtml",
    "100%zz+%20one.xhtml, 100%zz+ one.xhtml",
    "missing%, one.xhtml"
  })
  void readsABookWhoseNamesHoldPercentSigns(String href, String name) throws IOException {
    Map<String, byte[]> book = new LinkedHashMap<>(Packages.epub("<p>Words.</p>"));
    String opf = new String(book.get("book.opf"), StandardCharsets.UTF_8);
    String item = "<item id=\"two\" href=\"" + href + "\" media-type=\"application/xhtml+xml\"/>";
    opf = opf.replace("</manifest>", item + "</manifest>");
    opf = opf.replace("</spine>", "<itemref idref=\"two\"/></spine>");
    book.put("book.opf", opf.getBytes(StandardCharsets.UTF_8));
    book.put(name, "<p>Words.</p>".getBytes(StandardCharsets.UTF_8));
    assertEquals(href.startsWith("missing") ? "Words." : "Words.\n\nWords.", text(book));
  }

  private String text(Map<String, byte[]> book) throws IOException {
    Path file = Files.write(directory.resolve("a.epub"), Zips.of(book));
    return Parsing.parsed(file).text().text();
  }
}
