package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in texts: rows with the names of their columns where it is plain which they are. */
class TextTableTest {
  private static final String NAMED = "Tool: Rake | Place: Shed\nTool: Spade | Place: Barn";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tr><th>Tool<th>Place<tr><td>Rake<td>Shed<tr><td>Spade<td>Barn",
        "<tr><th>Tool<th>Place<tr><th>Rake<td>Shed<tr><th>Spade<td>Barn",
        "<thead><tr><td>Tool<td>Place<tbody><tr><td>Rake<td>Shed<tr><td>Spade<td>Barn",
        "<tr><td><b>Tool</b><td><b>Place</b><tr><td>Rake<td>Shed<tr><td>Spade<td>Barn"
      })
  void carriesTheNamesThatAreMarked(String rows) throws IOException {
    assertEquals(NAMED, html(rows));
  }

  @Test
  void carriesNamesThatStandAboveFigures() throws IOException {
    assertEquals(
        "Tool: Rake | Place: Shed | Price: 12\nTool: Spade | Place: Barn | Price: € 15",
        html(
            "<tr><td>Tool<td>Place<td>Price<tr><td>Rake<td>Shed<td>12"
                + "<tr><td>Spade<td>Barn<td>€ 15"));
    assertEquals("Length: 8 m | Fee: 40", html("<tr><td>Length<td>Fee<tr><td>8 m<td>40"));
    assertEquals(
        "Cost: Rent | 2023: 1200 | 2024: 1300",
        html("<tr><td>Cost<td>2023<td>2024<tr><td>Rent<td>1200<td>1300"));
  }

  @Test
  void carriesYearsThatAreMarked() throws IOException {
    assertEquals(
        "2023: yes | 2024: no | 2024 2: yes",
        html("<tr><th>2023<th>2024<th>2024<tr><td>yes<td>no<td>yes"));
  }

  @Test
  void leavesOutEmptyCellsOfNamedRows() throws IOException {
    assertEquals(
        "Rake | Place: Shed\nSpade | Place: Barn | Price: 15",
        html("<tr><th><th>Place<th>Price<tr><td>Rake<td>Shed<td><tr><td>Spade<td>Barn<td>15"));
  }

  /** Properties of one thing, words over words, merged and headless tables stay as they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tr><td>Tool<td>Rake<tr><td>Price<td>12<tr><td>Length<td>170",
        "<tr><th>Tool<td>Rake<tr><th>Price<td>12<tr><th>Length<td>170<tr><th>Age<td>3",
        "<tr><td>Tool:<td>Rake<tr><td>Price:<td>12<tr><td>Length:<td>170<tr><td>Age:<td>3",
        "<tr><td>Tool<td>Place<tr><td>Rake<td>Shed",
        "<tr><th>Tool<th>Place<tr><td colspan=2>All<tr><td>Rake<td>Shed",
        "<tr><th>Tool<th>Place<tr><th>Kind<th>Room<tr><td>Rake<td>Shed",
        "<tr><th>Tool<th>Tool<tr><td>Rake<td>Shed",
        "<tr><th>Tool<th>Place",
        "<tr><th>Tool<tr><td>Rake<tr><td>Spade"
      })
  void keepsOthersAsTheyAre(String rows) throws IOException {
    String expected =
        rows.substring(4)
            .replaceAll("</?(?:td|th)[^>]*>", "|")
            .replaceAll("<tr>", "\n")
            .replaceAll("(?m)^\\|", "")
            .replace("|", " | ");
    assertEquals(expected, html(rows));
  }

  @Test
  void keepsTablesOfLayoutAsTheyAre() throws IOException {
    String prose = "A long story. ".repeat(50).strip();
    assertEquals(
        "News | Dates\n" + prose + " | 12",
        html("<tr><th>News<th>Dates<tr><td>" + prose + "<td>12"));
    assertEquals(
        "News | Dates\n" + "Rake | 12 | 13",
        html("<tr><th>News<th>Dates<tr><td>Rake<td><table><tr><td>12<td>13</table>"));
    assertEquals(
        "News | Dates\nRake | 12",
        Parsing.text(
            directory,
            "a.html",
            "<table role=presentation><tr><th>News<th>Dates<tr><td>Rake<td>12</table>"));
  }

  @Test
  void standsApartFromWhatIsAroundIt() throws IOException {
    assertEquals(
        "Before.\n\nTools\nTool: Rake | Place: Shed\n\nAfter.",
        Parsing.text(
            directory,
            "a.html",
            "<p>Before.<table><caption>Tools</caption><tr><th>Tool<th>Place<tr><td>Rake<td>Shed"
                + "</table><p>After."));
  }

  @Test
  void namesTheRowsOfALongTable() throws IOException {
    StringBuilder rows = new StringBuilder("<tr><th>Tool<th>Place");
    for (int i = 0; i < 2_000; i++) {
      rows.append("<tr><td>Rake ").append(i).append("<td>Shed");
    }
    String text = html(rows.toString());
    assertEquals(2_000, text.lines().count());
    assertEquals("Tool: Rake 1999 | Place: Shed", text.lines().toList().getLast());
  }

  @Test
  void namesTheRowsOfMarkdownAndRtf() throws IOException {
    assertEquals(
        NAMED,
        Parsing.text(directory, "a.md", "|Tool|Place|\n|--|--|\n|Rake|Shed|\n|Spade|Barn|\n"));
    assertEquals(
        "Before.\n\n" + NAMED + "\n\nAfter.",
        Parsing.text(
            directory,
            "a.rtf",
            """
            {\\rtf1\\ansi Before.\\par
            {\\trowd\\cellx1000\\cellx2000 {\\b Tool}\\intbl\\cell {\\b Place}\\intbl\\cell\\row}
            {\\trowd\\cellx1000\\cellx2000 Rake\\intbl\\cell Shed\\intbl\\cell\\row}
            {\\trowd\\cellx1000\\cellx2000 Spade\\intbl\\cell Barn\\intbl\\cell\\row}
            \\pard After.\\par}
            """));
  }

  @Test
  void namesTheRowsOfWord() throws IOException {
    String marked = "<w:trPr><w:tblHeader/></w:trPr>";
    assertEquals(NAMED, word(marked + cell("Tool") + cell("Place")));
    assertEquals(
        "Tool | Place\nRake | Shed\nSpade | Barn",
        word(marked.replace("/></", " w:val=\"false\"/></") + cell("Tool") + cell("Place")));
    assertEquals(
        NAMED, word((cell("Tool") + cell("Place")).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")));
  }

  @Test
  void namesTheRowsOfOpenDocument() throws IOException {
    String rest = open("Rake", "Shed") + "<text:soft-page-break/>" + open("Spade", "Barn");
    assertEquals(
        NAMED,
        odt("<t:table-header-rows>" + open("Tool", "Place") + "</t:table-header-rows>" + rest));
    assertEquals("Tool | Place\nRake | Shed\nSpade | Barn", odt(open("Tool", "Place") + rest));
  }

  /** The cells around a table in a cell are not lost. */
  @Test
  void keepsWhatIsAroundATableInACell() throws IOException {
    String inner = "<t:table>" + open("Spade", "Barn") + "</t:table>";
    assertEquals("Rake | Spade Barn", odt(open("Rake", "X").replace("<text:p>X</text:p>", inner)));
  }

  private String html(String rows) throws IOException {
    return Parsing.text(directory, "a.html", "<table>" + rows + "</table>");
  }

  private String word(String header) throws IOException {
    Path file = directory.resolve("a.docx");
    CorpusArchives.write(
        file,
        Packages.word(
            "<w:tbl><w:tr>"
                + header
                + "</w:tr><w:tr>"
                + cell("Rake")
                + cell("Shed")
                + "</w:tr><w:tr>"
                + cell("Spade")
                + cell("Barn")
                + "</w:tr></w:tbl>"));
    return Parsing.parsed(file).text().text();
  }

  private static String cell(String words) {
    return "<w:tc><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:tc>";
  }

  private static String open(String first, String second) {
    String cell = "<t:table-cell><text:p>%s</text:p></t:table-cell>";
    return "<t:table-row>" + cell.formatted(first) + cell.formatted(second) + "</t:table-row>";
  }

  private String odt(String rows) throws IOException {
    Path file = directory.resolve("a.odt");
    Files.deleteIfExists(file);
    Map<String, byte[]> parts = new LinkedHashMap<>(Packages.openDocument());
    parts.put(
        "content.xml",
        Packages.openDocumentText("<t:table xmlns:t=\"table\">" + rows + "</t:table>")
            .getBytes(StandardCharsets.UTF_8));
    CorpusArchives.write(file, parts);
    return Parsing.parsed(file).text().text();
  }
}
