package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.DocumentText;
import io.passim.document.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The pages of Word documents, by the marks that Word and authors leave. */
class DocxPagesTest {
  private static final String LAID_OUT = "<w:lastRenderedPageBreak/>";
  private static final String END = "<w:r><w:br w:type=\"page\"/></w:r>";

  @TempDir Path directory;

  @Test
  void isOnePageWithoutMarks() throws IOException {
    assertEquals(List.of("One.\n\nTwo."), pages(words("One.") + words("Two.")));
  }

  @Test
  void aParagraphGoesOnAcrossPagesAsItIs() throws IOException {
    DocumentText text =
        read(
            paragraph(
                    "<w:r><w:t xml:space=\"preserve\">The boat </w:t>"
                        + LAID_OUT
                        + "<w:t>pays.</w:t></w:r>")
                + paragraph("<w:r><w:t>港</w:t>" + LAID_OUT + "<w:t>湾</w:t></w:r>"));
    assertEquals("The boat pays.\n\n港湾", text.text());
    assertEquals(List.of("The boat ", "pays.\n\n港", "湾"), pages(text));
  }

  @Test
  void anEndThatWordNotedToo() throws IOException {
    assertEquals(
        List.of("One.\n\n", "Two.\n\n", "Three."),
        pages(
            paragraph(run("One.") + END)
                + paragraph("<w:r>" + LAID_OUT + "<w:t>Two.</w:t></w:r>")
                + paragraph("<w:r>" + LAID_OUT + "<w:t>Three.</w:t></w:r>")));
  }

  @Test
  void keepsCountOfPagesWithoutWords() throws IOException {
    DocumentText text =
        read(
            paragraph(END)
                + paragraph("<w:r>" + LAID_OUT + "</w:r>" + END)
                + paragraph("<w:r>" + LAID_OUT + "<w:t>Here.</w:t></w:r>"));
    assertEquals("Here.", text.text());
    assertEquals(3, text.pageAt(0));
    assertEquals(List.of(1, 2, 3), text.pages().stream().map(Page::number).toList());
  }

  @Test
  void paragraphsOfAPageOfTheirOwn() throws IOException {
    String ofPage = "<w:pPr><w:pageBreakBefore/></w:pPr>";
    assertEquals(
        List.of("First.\n\n", "Second.\n\n", "Third.\n\nFourth."),
        pages(
            paragraph(ofPage + run("First."))
                + paragraph(ofPage + run("Second.") + END)
                + paragraph(ofPage + run("Third."))
                + paragraph("<w:pPr><w:pageBreakBefore w:val=\"0\"/></w:pPr>" + run("Fourth."))));
  }

  @Test
  void stylesOfAPageOfTheirOwn() throws IOException {
    Path file = directory.resolve("styles.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      CTStyle chapter = CTStyle.Factory.newInstance();
      chapter.setStyleId("Chapter");
      chapter.setType(STStyleType.PARAGRAPH);
      chapter.addNewPPr().addNewPageBreakBefore();
      CTStyle special = CTStyle.Factory.newInstance();
      special.setStyleId("Special");
      special.setType(STStyleType.PARAGRAPH);
      special.addNewBasedOn().setVal("Chapter");
      document.createStyles().addStyle(new XWPFStyle(chapter));
      document.getStyles().addStyle(new XWPFStyle(special));
      for (String style : List.of("Chapter", "Other", "Special")) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(style + ".");
      }
      document.createParagraph().createRun().addBreak(BreakType.PAGE);
      document.createParagraph().createRun().setText("Last.");
      document.write(out);
    }
    assertEquals(
        List.of("Chapter.\n\nOther.\n\n", "Special.\n\n", "Last."),
        pages(Parsing.parsed(file).text()));
  }

  /** A section says at its end how it began. */
  @Test
  void sectionsOfPagesOfTheirOwn() throws IOException {
    String section = "<w:pPr><w:sectPr>%s</w:sectPr></w:pPr>";
    String continuous = "<w:type w:val=\"continuous\"/>";
    assertEquals(
        List.of("One.\n\nTwo.\n\n", "Three.\n\n", "Four."),
        pages(
            paragraph(section.formatted("") + run("One."))
                + paragraph(section.formatted(continuous) + run("Two."))
                + paragraph(section.formatted("<w:type w:val=\"oddPage\"/>") + run("Three.") + END)
                + words("Four.")
                + "<w:sectPr/>"));
  }

  @Test
  void noEndsOfWhatIsNotInTheFlow() throws IOException {
    assertEquals(
        List.of("One. Two.\n\nThree."),
        pages(
            paragraph(
                    run("One. ")
                        + "<w:del>"
                        + END
                        + "</w:del><w:r><w:pict><w:txbxContent>"
                        + paragraph("<w:r>" + LAID_OUT + "</w:r>")
                        + "</w:txbxContent></w:pict></w:r>"
                        + run("Two."))
                + paragraph(
                    "<w:pPr><w:pPrChange><w:pPr><w:pageBreakBefore/></w:pPr></w:pPrChange></w:pPr>"
                        + run("Three."))));
  }

  /** A row that goes on in the next page is one line, on the page where it begins. */
  @Test
  void rowsOfTablesAcrossPages() throws IOException {
    String broken = paragraph(run("left ") + "<w:r>" + LAID_OUT + "<w:t>over</w:t></w:r>");
    assertEquals(
        List.of(
            "Tool: Rake | Place: Shed\n",
            "Tool: Spade | Place: Barn\nTool: left over | Place: left over\n",
            "Tool: Hoe | Place: Loft"),
        pages(
            "<w:tbl>"
                + "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
                + cell(words("Tool"))
                + cell(words("Place"))
                + "</w:tr>"
                + row(words("Rake"), words("Shed"))
                + row(paragraph("<w:r>" + LAID_OUT + "<w:t>Spade</w:t></w:r>"), words("Barn"))
                + row(broken, broken)
                + row(words("Hoe"), words("Loft"))
                + "</w:tbl>"));
  }

  @Test
  void standsAThousandEndsInAParagraph() throws IOException {
    String body = ("<w:r>" + LAID_OUT + "<w:t xml:space=\"preserve\">word </w:t></w:r>");
    DocumentText text = read(paragraph(run("word ") + body.repeat(1_000)) + words("Last."));
    assertEquals(1_001, text.pageAt(text.text().indexOf("Last.")));
  }

  private DocumentText read(String body) throws IOException {
    Path file = directory.resolve("a.docx");
    CorpusArchives.write(file, Packages.word(body));
    return Parsing.parsed(file).text();
  }

  private List<String> pages(String body) throws IOException {
    return pages(read(body));
  }

  private static List<String> pages(DocumentText text) {
    return text.pages().stream().map(page -> page.span().of(text.text())).toList();
  }

  private static String row(String first, String second) {
    return "<w:tr>" + cell(first) + cell(second) + "</w:tr>";
  }

  private static String cell(String paragraphs) {
    return "<w:tc>" + paragraphs + "</w:tc>";
  }

  private static String words(String words) {
    return paragraph(run(words));
  }

  private static String paragraph(String content) {
    return "<w:p>" + content + "</w:p>";
  }

  private static String run(String words) {
    return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
  }
}
