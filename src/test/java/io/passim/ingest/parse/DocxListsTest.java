package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.DocumentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands before the items of the lists of Word documents, and before its headings. */
class DocxListsTest {
  private static final String BULLETS = level(0, "bullet", "\uF0B7", "");
  private static final String LIST_BULLET = style("ListBullet", "", inList("", "1"));

  @TempDir Path directory;

  @Test
  void bulletsThatAStyleDefines() throws IOException {
    assertEquals(
        "Please say:\n\n- how long;\n- where.\n\nThank you.\n\n- Anna",
        text(
            LIST_BULLET + style("Special", "ListBullet", ""),
            kind(0, BULLETS) + list(1, 0),
            plain("Please say:")
                + styled("ListBullet", "how long;")
                + styled("Special", "where.")
                + plain("Thank you.")
                + styled("ListBullet", "Anna")));
  }

  @Test
  void numbersThatAStyleDefines() throws IOException {
    assertEquals(
        "1. Ask.\n2. Wait.\n\nThen:\n\n3. Go.",
        text(
            style("ListNumber", "", inList("", "1")),
            kind(0, level(0, "decimal", "%1.", "ListNumber")) + list(1, 0),
            styled("ListNumber", "Ask.")
                + styled("ListNumber", "Wait.")
                + plain("Then:")
                + styled("ListNumber", "Go.")));
  }

  @Test
  void itemsThatSayItThemselves() throws IOException {
    assertEquals(
        "a) Ask.\ni. Nicely.\nii. At once.\nb) Wait.\ni. Long.",
        text(
            "",
            kind(0, level(0, "lowerLetter", "%1)", "") + level(1, "lowerRoman", "%2.", ""))
                + list(1, 0),
            item("0", "1", "Ask.")
                + item("1", "1", "Nicely.")
                + item("1", "1", "At once.")
                + item("0", "1", "Wait.")
                + item("1", "1", "Long.")));
  }

  /** Lists of one kind are counted on, unless one begins anew. */
  @Test
  void listsThatBeginAnew() throws IOException {
    assertEquals(
        "1. One.\n2. Two.\n\nMore:\n\n3. Three.\n\nAnew:\n\n1. One.\n2. Two.",
        text(
            "",
            kind(0, level(0, "decimal", "%1.", ""))
                + list(1, 0)
                + list(2, 0)
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/>"
                + "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
                + "</w:num>",
            item("0", "1", "One.")
                + item("0", "1", "Two.")
                + plain("More:")
                + item("0", "2", "Three.")
                + plain("Anew:")
                + item("0", "3", "One.")
                + item("0", "3", "Two.")));
  }

  @Test
  void noNumberWhereAParagraphHasNone() throws IOException {
    assertEquals(
        "- One.\n\nNot this.\n\nNor this.\n\n- Two.",
        text(
            LIST_BULLET,
            kind(0, BULLETS) + list(1, 0),
            styled("ListBullet", "One.")
                + paragraph("<w:pStyle w:val=\"ListBullet\"/>" + inList("", "0"), "Not this.")
                + paragraph(
                    "<w:pPrChange><w:pPr><w:pStyle w:val=\"ListBullet\"/>"
                        + inList("0", "1")
                        + "</w:pPr></w:pPrChange>",
                    "Nor this.")
                + styled("ListBullet", "")
                + styled("ListBullet", "Two.")));
  }

  @Test
  void numberedHeadings() throws IOException {
    String levels =
        level(0, "upperRoman", "Part %1:", "Heading1")
            + level(1, "decimal", "%1.%2", "Heading2").replace("<w:lvlText", "<w:isLgl/><w:lvlText")
            + level(2, "bullet", "\u25AA", "Heading3");
    DocumentText text =
        read(
            heading(1, inList("", "1"))
                + heading(2, inList("1", "1"))
                + heading(3, inList("2", "1")),
            kind(0, levels) + list(1, 0),
            styled("Heading1", "Scope")
                + styled("Heading1", "Rules")
                + styled("Heading2", "Fees")
                + plain("A boat pays.")
                + styled("Heading2", "Berths")
                + styled("Heading3", "Long boats")
                + plain("Stay out."));
    assertEquals(
        "Part I: Scope\n\nPart II: Rules\n\n2.1 Fees\n\nA boat pays.\n\n2.2 Berths\n\n"
            + "Long boats\n\nStay out.",
        text.text());
    assertEquals(
        List.of("Part II: Rules", "2.1 Fees"), text.headingPathAt(text.text().indexOf("A boat")));
  }

  /** The kind of a list may be that of a style of lists. */
  @Test
  void levelsThatAStyleOfListsHas() throws IOException {
    assertEquals(
        "(1) One.\n(2) Two.",
        text(
            style("Clauses", "", inList("", "2")),
            "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"Clauses\"/></w:abstractNum>"
                + kind(1, level(0, "decimal", "(%1)", ""))
                + list(1, 0)
                + list(2, 1),
            item("0", "1", "One.") + item("0", "2", "Two.")));
  }

  @Test
  void itemsInTables() throws IOException {
    assertEquals(
        "- before\n\nAsk: - when - where\n\n- after",
        text(
            LIST_BULLET,
            kind(0, BULLETS) + list(1, 0),
            styled("ListBullet", "before")
                + "<w:tbl><w:tr><w:tc>"
                + plain("Ask:")
                + styled("ListBullet", "when")
                + styled("ListBullet", "where")
                + "</w:tc></w:tr></w:tbl>"
                + styled("ListBullet", "after")));
  }

  @Test
  void standsNumbersBeyondMeasure() throws IOException {
    assertEquals(
        "999999999 One.\n1000000000 Two.",
        text(
            "",
            kind(
                    0,
                    level(0, "lowerRoman", "%1", "")
                        .replace("start w:val=\"1\"", "start w:val=\"999999999\""))
                + list(1, 0),
            item("0", "1", "One.")
                + item("0", "1", "Two.")
                + item("77", "1", "")
                + item("0", "8", "")));
  }

  private DocumentText read(String styles, String numbering, String body) throws IOException {
    Path file = directory.resolve("a.docx");
    CorpusArchives.write(file, Packages.word(styles, numbering, body));
    return Parsing.parsed(file).text();
  }

  private String text(String styles, String numbering, String body) throws IOException {
    return read(styles, numbering, body).text();
  }

  private static String heading(int level, String list) {
    return style("Heading" + level, "", list)
        .replace("<w:pPr>", "<w:name w:val=\"heading " + level + "\"/><w:pPr>");
  }

  private static String style(String id, String basedOn, String properties) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\">"
        + (basedOn.isEmpty() ? "" : "<w:basedOn w:val=\"" + basedOn + "\"/>")
        + "<w:pPr>"
        + properties
        + "</w:pPr></w:style>";
  }

  private static String kind(int id, String levels) {
    return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + levels + "</w:abstractNum>";
  }

  private static String level(int number, String format, String text, String style) {
    return "<w:lvl w:ilvl=\""
        + number
        + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\""
        + format
        + "\"/>"
        + (style.isEmpty() ? "" : "<w:pStyle w:val=\"" + style + "\"/>")
        + "<w:lvlText w:val=\""
        + text
        + "\"/></w:lvl>";
  }

  private static String list(int id, int kind) {
    return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + kind + "\"/></w:num>";
  }

  private static String inList(String level, String list) {
    return "<w:numPr>"
        + (level.isEmpty() ? "" : "<w:ilvl w:val=\"" + level + "\"/>")
        + "<w:numId w:val=\""
        + list
        + "\"/></w:numPr>";
  }

  private static String item(String level, String list, String words) {
    return paragraph(inList(level, list), words);
  }

  private static String styled(String style, String words) {
    return paragraph("<w:pStyle w:val=\"" + style + "\"/>", words);
  }

  private static String plain(String words) {
    return paragraph("", words);
  }

  private static String paragraph(String properties, String words) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }
}
