package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.DocumentText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of RTF documents, by the ends that authors set. */
class RtfPagesTest {
  private static final String ROW =
      "\\trowd\\cellx100\\cellx200\\pard\\intbl %s\\cell %s\\cell\\row";

  @TempDir Path directory;

  @Test
  void isOnePageWithoutMarks() throws IOException {
    assertEquals(List.of("One.\n\nTwo."), pages("\\pard One.\\par Two.\\par"));
  }

  @Test
  void endsOfPages() throws IOException {
    assertEquals(
        List.of("One. ", "Two.\n\n", "Three."),
        pages("\\pard One.\\page Two.\\par\\page\\pard Three.\\par"));
  }

  @Test
  void paragraphsOfAPageOfTheirOwn() throws IOException {
    assertEquals(
        List.of("First.\n\n", "Second.\n\n", "Third.\n\nFourth."),
        pages(
            "{\\pard\\pagebb First.\\par}{\\pard\\pagebb Second.\\par}\\page"
                + "{\\pard\\pagebb Third.\\par}{\\pard\\pagebb0 Fourth.\\par}"));
  }

  /** The end of a section ends its last paragraph. */
  @Test
  void sectionsOfPagesOfTheirOwn() throws IOException {
    assertEquals(
        List.of("One.\n\nTwo.\n\n", "Three.\n\n", "Four."),
        pages(
            "\\sectd\\sbkpage\\pard One.\\sect\\sectd\\sbknone\\pard Two.\\sect\\sectd\\pard Three."
                + "\\sect\\sectd\\sbkodd\\pard Four.\\par"));
  }

  @Test
  void noEndsOfWhatIsNotInTheFlow() throws IOException {
    assertEquals(
        List.of("One.\n\nTwo."),
        pages(
            "\\pard One.\\par{\\header \\pard\\pagebb Head\\page\\par}{\\*\\other \\page}Two.\\par"));
  }

  @Test
  void tablesBetweenPages() throws IOException {
    assertEquals(
        List.of("Price list\n\n", "Tool | Price\nRake | 12\nHoe | 9\n\n", "Last."),
        pages(
            "\\pard Price list\\par\\page"
                + ROW.formatted("Tool", "Price")
                + ROW.formatted("Rake", "12")
                + ROW.formatted("Hoe", "9")
                + "\\pard\\page Last.\\par"));
  }

  @Test
  void keepsWhatIsWrittenByNumber() throws IOException {
    assertEquals(
        List.of("caf\u00E9 \u2019x \u6E2F"), pages("\\pard caf\\'e9 \\u8217?x \\u28207\\'3f\\par"));
  }

  private List<String> pages(String body) throws IOException {
    Path file = directory.resolve("a.rtf");
    Files.writeString(
        file,
        "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1\\pagebb Chapter;}}"
            + body
            + "}",
        StandardCharsets.US_ASCII);
    DocumentText text = Parsing.parsed(file).text();
    return text.pages().stream().map(page -> page.span().of(text.text())).toList();
  }
}
