package io.passim.ingest.parse;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Collects the lines of a PDF with where and how they are set. */
final class PdfLineCollector extends PDFTextStripper {
  /** A gap this many times the font's size parts two cells; justified words stand closer. */
  private static final float CELL_GAP = 1.5f;

  private static final int BOLD_WEIGHT = 600;

  /** What paints besides text and images: shadings, paths (ISO 32000-2, 8.5.3 and 8.7.4). */
  private static final Set<String> PAINTING =
      Set.of("sh", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s");

  private final int maxCharacters;
  private final DoubleConsumer progress;
  private final List<PdfPage> pages = new ArrayList<>();
  private final List<PdfLine> lines = new ArrayList<>();
  private final List<PdfCell> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int characters;
  private int total = 1;
  private int withText;
  private float start;
  private float end;
  private float baseline;
  private float size;
  private boolean bold;
  private boolean painted;
  private double pictured;

  PdfLineCollector(int maxCharacters, DoubleConsumer progress) {
    this.maxCharacters = maxCharacters;
    this.progress = progress;
  }

  List<PdfPage> collect(PDDocument document) throws IOException {
    total = document.getNumberOfPages();
    writeText(document, Writer.nullWriter());
    return List.copyOf(pages);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    boolean image = isImage(operator, operands);
    painted |= image || PAINTING.contains(operator.getName());
    if (image) {
      // An image is drawn on the unit square.
      Matrix place = getGraphicsState().getCurrentTransformationMatrix();
      pictured += Math.abs(place.createAffineTransform().getDeterminant());
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    if (word.isBlank() || positions.isEmpty()) {
      return;
    }
    TextPosition first = positions.getFirst();
    float x = first.getXDirAdj();
    if (cell.isEmpty()) {
      start = x;
      baseline = first.getYDirAdj();
      size = 0;
      bold = true;
    } else if (x - end > CELL_GAP * first.getFontSizeInPt()) {
      endCell();
      start = x;
    } else {
      cell.append(' ');
    }
    cell.append(word);
    characters += word.length();
    if (characters > maxCharacters) {
      throw new TextBuilder.TooLongException(maxCharacters);
    }
    TextPosition last = positions.getLast();
    end = last.getXDirAdj() + last.getWidthDirAdj();
    for (TextPosition position : positions) {
      if (!position.getUnicode().isBlank()) {
        size = Math.max(size, position.getFontSizeInPt());
        bold &= isBold(position.getFont());
      }
    }
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeWordSeparator() {}

  @Override
  protected void endPage(PDPage page) {
    endLine();
    PDRectangle box = page.getCropBox();
    float height = page.getRotation() % 180 == 0 ? box.getHeight() : box.getWidth();
    float area = Math.max(1, box.getWidth() * box.getHeight());
    pages.add(new PdfPage(getCurrentPageNo(), height, lines, painted, (float) (pictured / area)));
    lines.clear();
    painted = false;
    pictured = 0;
    withText += pages.getLast().isScan() ? 0 : 1;
    // The others may be scans, which are yet to be read.
    progress.accept((double) withText / total);
  }

  private boolean isImage(Operator operator, List<COSBase> operands) {
    return operator.getName().equals("BI")
        || (operator.getName().equals("Do")
            && !operands.isEmpty()
            && operands.getFirst() instanceof COSName name
            && getResources() != null
            && getResources().isImageXObject(name));
  }

  private void endLine() {
    endCell();
    if (!cells.isEmpty()) {
      // A title is written one letter to a line by some producers; size may be 0 for type 3 fonts.
      lines.add(new PdfLine(cells, baseline, Math.max(1, size), bold));
      cells.clear();
    }
  }

  /** Words may be nothing but signs that are no text. */
  private void endCell() {
    String clean = TextCleaner.cleanLine(cell);
    if (!clean.isEmpty()) {
      cells.add(new PdfCell(clean, start, end));
    }
    cell.setLength(0);
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName();
    if (name != null) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.contains("bold") || lower.contains("black") || lower.contains("heavy")) {
        return true;
      }
    }
    return font.getFontDescriptor() != null
        && font.getFontDescriptor().getFontWeight() >= BOLD_WEIGHT;
  }
}
