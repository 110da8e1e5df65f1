package io.passim.ingest.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFSlideShowImpl;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Notes;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.ShapeContainer;
import org.apache.poi.sl.usermodel.SimpleShape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TableCell;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFDiagram;
import org.jspecify.annotations.Nullable;

/** PowerPoint, new and old: one page for each slide, its title as heading, its notes below. */
final class SlidesReader implements FormatReader {
  /** What is not the slide's own. */
  private static final Set<Placeholder> FURNITURE =
      EnumSet.of(
          Placeholder.DATETIME,
          Placeholder.FOOTER,
          Placeholder.HEADER,
          Placeholder.SLIDE_NUMBER,
          Placeholder.SLIDE_IMAGE);

  @Override
  public FileProperties read(Reading reading) throws IOException, UnreadableException {
    if (reading.file().mediaType().equals(MediaTypes.PPT)) {
      try (POIFSFileSystem file = new POIFSFileSystem(reading.path().toFile(), true);
          HSLFSlideShowImpl content = new HSLFSlideShowImpl(file.getRoot());
          HSLFSlideShow slides = new HSLFSlideShow(content)) {
        write(slides, reading);
        return OfficePackage.properties(content.getSummaryInformation());
      }
    }
    OfficePackage.refuseEncrypted(reading.path());
    try (OPCPackage file = OPCPackage.open(reading.path().toFile(), PackageAccess.READ);
        XMLSlideShow slides = new XMLSlideShow(file)) {
      write(slides, reading);
      OfficePackage.readEmbedded(reading);
      return OfficePackage.properties(file);
    } catch (OpenXML4JException e) {
      throw new IOException(e);
    }
  }

  private static void write(SlideShow<?, ?> show, Reading reading) {
    List<? extends Slide<?, ?>> slides = show.getSlides();
    for (int i = 0; i < slides.size(); i++) {
      write(slides.get(i), i + 1, reading.text());
      reading.progress().accept((i + 1.0) / slides.size());
    }
  }

  private static void write(Slide<?, ?> slide, int number, TextBuilder text) {
    text.startPage(number);
    String title = slide.getTitle();
    if (title != null) {
      text.heading(1, title);
    }
    write(slide, text, title);
    Notes<?, ?> notes = slide.getNotes();
    if (notes != null) {
      TextBuilder spoken = text.part();
      write(notes, spoken, null);
      if (!spoken.isBlank()) {
        text.heading(2, "Notes");
        text.append(spoken.build());
      }
    }
  }

  /**
   * Writes what shapes say.
   *
   * @param title what stands above them already, and is one of them
   */
  private static void write(ShapeContainer<?, ?> shapes, TextBuilder text, @Nullable String title) {
    for (Shape<?, ?> shape : shapes.getShapes()) {
      switch (shape) {
        case TableShape<?, ?> table -> write(table, text);
        case GroupShape<?, ?> group -> write(group, text, title);
        case XSLFDiagram diagram -> write(diagram.getGroupShape(), text, title);
        case TextShape<?, ?> words when !isFurniture(words) && !words.getText().equals(title) ->
            write(words, text);
        default -> {}
      }
    }
  }

  private static void write(TextShape<?, ?> shape, TextBuilder text) {
    boolean first = true;
    for (TextParagraph<?, ?, ?> paragraph : shape.getTextParagraphs()) {
      StringBuilder words = new StringBuilder();
      for (TextRun run : paragraph.getTextRuns()) {
        String raw = run.getRawText();
        words.append(raw == null ? "" : raw.replace('\u000B', '\n'));
      }
      if (words.toString().isBlank()) {
        continue;
      }
      boolean item = paragraph.getBulletStyle() != null;
      if (first || !item) {
        text.paragraph((item ? "- " : "") + words);
      } else {
        text.line("- " + words);
      }
      first = false;
    }
  }

  private static void write(TableShape<?, ?> table, TextBuilder text) {
    TableText rows = new TableText(text);
    int columns = Math.min(table.getNumberOfColumns(), XlsxReader.MAX_COLUMNS);
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        TableCell<?, ?> cell = table.getCell(row, column);
        String words = cell == null ? null : cell.getText();
        cells.add(words == null ? "" : words);
      }
      rows.row(cells);
    }
    rows.end();
  }

  private static boolean isFurniture(TextShape<?, ?> shape) {
    @Nullable Placeholder placeholder = ((SimpleShape<?, ?>) shape).getPlaceholder();
    return placeholder != null && FURNITURE.contains(placeholder);
  }
}
