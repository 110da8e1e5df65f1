package io.passim.ingest.parse;

import io.passim.ingest.parse.CorpusFiles.Fact;
import io.passim.ingest.parse.CorpusFiles.Format;
import io.passim.ingest.parse.CorpusStory.CorpusSection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TextBox;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Files of PDFBox and POI. */
final class CorpusOffice {
  private static final List<String> LANGUAGES = List.of("en", "fr");
  private static final int LINE = 85;

  private CorpusOffice() {}

  static List<Format> formats() {
    return List.of(
        new Format("pdf", "pdf", LANGUAGES, Fact.PAGED, CorpusOffice::pdf),
        new Format("docx", "docx", LANGUAGES, Fact.PAGED, CorpusOffice::docx),
        new Format(
            "pptx", "pptx", LANGUAGES, Fact.PAGED, (s, f) -> slides(s, f, new XMLSlideShow())),
        new Format(
            "ppt", "ppt", LANGUAGES, Fact.PAGED, (s, f) -> slides(s, f, new HSLFSlideShow())),
        new Format(
            "xlsx", "xlsx", LANGUAGES, Fact.SECOND_ROW, (s, f) -> sheets(s, f, new XSSFWorkbook())),
        new Format(
            "xls", "xls", LANGUAGES, Fact.SECOND_ROW, (s, f) -> sheets(s, f, new HSSFWorkbook())));
  }

  static void pdf(CorpusStory story, Path file) throws IOException {
    PDType1Font plain = new PDType1Font(FontName.HELVETICA);
    PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(story.title());
      for (CorpusSection section : story.sections()) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setLeading(14);
          content.newLineAtOffset(72, 740);
          content.setFont(bold, 16);
          content.showText(section.heading());
          content.newLine();
          content.setFont(plain, 11);
          for (String paragraph : section.paragraphs()) {
            content.newLine();
            for (String line : wrapped(paragraph)) {
              content.newLine();
              content.showText(line);
            }
          }
          content.endText();
        }
      }
      document.save(file.toFile());
    }
  }

  private static void docx(CorpusStory story, Path file) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.getProperties().getCoreProperties().setTitle(story.title());
      for (CorpusSection section : story.sections()) {
        XWPFParagraph heading = document.createParagraph();
        heading.setStyle("Heading1");
        heading.setPageBreak(true);
        heading.createRun().setText(section.heading());
        for (String paragraph : section.paragraphs()) {
          document.createParagraph().createRun().setText(paragraph);
        }
      }
      XWPFTable table = document.createTable(story.rows().size(), 2);
      for (int row = 0; row < story.rows().size(); row++) {
        for (int cell = 0; cell < 2; cell++) {
          table.getRow(row).getCell(cell).setText(story.rows().get(row).get(cell));
        }
      }
      document.write(out);
    }
  }

  private static void slides(CorpusStory story, Path file, SlideShow<?, ?> empty)
      throws IOException {
    try (SlideShow<?, ?> show = empty;
        OutputStream out = Files.newOutputStream(file)) {
      for (CorpusSection section : story.sections()) {
        Slide<?, ?> slide = show.createSlide();
        slide.createTextBox().setText(section.heading());
        TextBox<?, ?> box = slide.createTextBox();
        box.setText(section.paragraphs().getFirst());
        section.paragraphs().stream().skip(1).forEach(words -> box.appendText(words, true));
      }
      show.write(out);
    }
  }

  private static void sheets(CorpusStory story, Path file, Workbook empty) throws IOException {
    try (Workbook workbook = empty;
        OutputStream out = Files.newOutputStream(file)) {
      Sheet notes = workbook.createSheet("Notes");
      int at = 0;
      for (CorpusSection section : story.sections()) {
        for (String paragraph : section.paragraphs()) {
          notes.createRow(at++).createCell(0).setCellValue(paragraph);
        }
      }
      Sheet table = workbook.createSheet(story.language().equals("fr") ? "Élèves" : "Pupils");
      for (int row = 0; row < story.rows().size(); row++) {
        Row cells = table.createRow(row);
        List<String> values = story.rows().get(row);
        cells.createCell(0).setCellValue(values.get(0));
        if (row == 0) {
          cells.createCell(1).setCellValue(values.get(1));
        } else {
          cells.createCell(1).setCellValue(Integer.parseInt(values.get(1)));
        }
      }
      workbook.write(out);
    }
  }

  private static List<String> wrapped(String paragraph) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      if (line.length() + word.length() > LINE) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().strip());
    return lines;
  }
}
