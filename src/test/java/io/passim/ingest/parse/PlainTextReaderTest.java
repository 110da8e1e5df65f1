package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextReaderTest {
  @TempDir Path directory;

  @Test
  void joinsWrappedLines() throws IOException {
    assertEquals(
        """
        The committee met on Monday in the large room and spoke about the budget of the coming year.

        It then went home early.\
        """,
        read(
            """
            The committee met on Monday in the large
            room and spoke about the budget of the
            coming year.

            It then went home early.
            """));
  }

  @Test
  void keepsLinesThatWereNotWrapped() throws IOException {
    String address = "Ondrel Instruments\nFoundry Wharf\nLeeds";
    String wide = "These words reach as far as the text goes.";
    assertEquals(address + "\n\n" + wide, read(address + "\n\n" + wide));
    assertEquals("- one\n- two", read("- one\r\n- two\r\n"));
  }

  @Test
  void takesAnUnderlinedLineForAHeading() throws IOException {
    Path file = directory.resolve("a.txt");
    Files.writeString(file, "Rules\n=====\n\nLeave\n-----\n\nAsk first.\n");
    ParseResult.Parsed parsed = Parsing.parsed(file);
    assertEquals("Rules\n\nLeave\n\nAsk first.", parsed.text().text());
    assertEquals("Rules", parsed.title());
    assertEquals(List.of("Rules", "Leave"), parsed.text().headingPathAt(20));
  }

  @Test
  void readsUtf16WithAMark() throws IOException {
    Path file = directory.resolve("a.txt");
    Files.write(file, "\uFEFFdéjà vu".getBytes(StandardCharsets.UTF_16LE));
    assertEquals("déjà vu", Parsing.parsed(file).text().text());
  }

  private String read(String content) throws IOException {
    return Parsing.text(directory, "a.txt", content);
  }
}
