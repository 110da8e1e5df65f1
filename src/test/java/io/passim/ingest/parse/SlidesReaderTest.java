package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.DocumentText;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlidesReaderTest {
  @TempDir Path directory;

  @Test
  void readsTitleItemsTableAndNotesOfASlide() throws IOException {
    Path file = directory.resolve("talk.pptx");
    try (XMLSlideShow show = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(file)) {
      show.getProperties().getCoreProperties().setTitle("Harbour talk");
      show.getProperties().getCoreProperties().setCreator("Ada Pym");
      XSLFSlide first =
          show.createSlide(
              show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT));
      first.getPlaceholder(0).setText("Mooring fees");
      XSLFTextShape body = first.getPlaceholder(1);
      body.setText("Boats pay 85 euros.");
      body.appendText("Rafts pay nothing.", true);
      for (XSLFTextShape notes : show.getNotesSlide(first).getPlaceholders()) {
        if (notes.getTextType() == Placeholder.BODY) {
          notes.setText("Say that rafts are new.");
        }
      }
      XSLFSlide second = show.createSlide();
      XSLFTable table = second.createTable(2, 2);
      table.getCell(0, 0).setText("Length");
      table.getCell(0, 1).setText("Fee");
      table.getCell(1, 0).setText("8 m");
      table.getCell(1, 1).setText("40");
      show.write(out);
    }
    Parsed talk = Parsing.parsed(file);
    DocumentText text = talk.text();
    assertEquals(
        "Mooring fees\n\n- Boats pay 85 euros.\n- Rafts pay nothing.\n\nNotes\n\n"
            + "Say that rafts are new.\n\nLength: 8 m | Fee: 40",
        text.text());
    assertEquals("Harbour talk", talk.title());
    assertEquals("Ada Pym", talk.author());
    assertEquals(2, text.pageAt(text.text().indexOf("8 m")));
    assertEquals(
        List.of("Mooring fees", "Notes"), text.headingPathAt(text.text().indexOf("Say that")));
  }

  @Test
  void readsTheOldFormat() throws IOException {
    Path file = directory.resolve("talk.ppt");
    try (HSLFSlideShow show = new HSLFSlideShow();
        OutputStream out = Files.newOutputStream(file)) {
      show.createSlide().addTitle().setText("Mooring fees");
      show.createSlide().createTextBox().setText("Boats pay 85 euros.");
      show.write(out);
    }
    DocumentText text = Parsing.parsed(file).text();
    assertEquals("Mooring fees\n\nBoats pay 85 euros.", text.text());
    assertEquals(2, text.pageAt(text.text().indexOf("85")));
    assertEquals(List.of("Mooring fees"), text.headingPathAt(20));
  }
}
