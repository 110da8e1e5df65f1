package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of a PDF → paragraphs, headings, items and rows. */
final class PdfLayout {
  /** Baselines further apart than this many times the font's size belong to different blocks. */
  private static final float BLOCK_GAP = 1.75f;

  /** The same for rows of a table, which stand further apart. */
  private static final float ROW_GAP = 3.5f;

  /** A line that fills less than this part of its column was not wrapped. */
  private static final float HALF_EMPTY = 0.6f;

  private static final Pattern COMPOUND = Pattern.compile("\\p{L}+-\\p{Ll}[\\p{L}\\p{M}]*");
  private static final Pattern BROKEN_END = Pattern.compile("\\p{L}+[-\\u2010]\\z");
  private static final String SENTENCE_ENDS = ".!?:;…。！？";

  private final TextBuilder text;
  private final PageFurniture furniture;
  private final PdfHeadings headings;
  private final Set<String> compounds = new HashSet<>();
  private final PdfTables tables = new PdfTables(compounds::contains);
  private final StringBuilder block = new StringBuilder();

  /** The lines of the block from its first row on, which are not in it yet. */
  private final List<PdfLine> rows = new ArrayList<>();

  private int blockLevel;
  private boolean goesOn;
  private boolean beginsPage;
  private boolean endsInTable;
  private @Nullable PdfLine before;
  private @Nullable PdfLine beforeRows;
  private float rightEdge;

  private PdfLayout(List<PdfPage> pages, TextBuilder text) {
    this.text = text;
    headings = new PdfHeadings(pages);
    furniture = new PageFurniture(pages, headings);
    for (PdfPage page : pages) {
      for (PdfLine line : page.lines()) {
        Matcher compound = COMPOUND.matcher(line.text());
        while (compound.find()) {
          compounds.add(compound.group());
        }
      }
    }
  }

  /**
   * Appends the words of the pages to {@code text}.
   *
   * @param labels of the pages by their index, empty if they have none
   */
  static void write(List<PdfPage> pages, List<@Nullable String> labels, TextBuilder text) {
    PdfLayout layout = new PdfLayout(pages, text);
    for (PdfPage page : pages) {
      layout.write(page, page.number() <= labels.size() ? labels.get(page.number() - 1) : null);
    }
    layout.endBlock();
  }

  private void write(PdfPage page, @Nullable String label) {
    List<PdfLine> lines =
        page.lines().stream()
            .filter(line -> !line.text().isBlank() && !furniture.contains(page, line))
            .toList();
    if (lines.isEmpty() || page.isScan()) {
      endBlock();
      before = null;
    } else {
      breakRun(lines.getFirst());
    }
    text.startPage(page.number(), label);
    beginsPage = true;
    page.scan().paragraphs().forEach(text::paragraph);
    text.placeWords(page.number(), page.scan().words());
    if (page.isWithoutText()) {
      text.countPageWithoutText();
    }
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      if (i > 0 && isElsewhere(lines.get(i - 1), line)) {
        breakRun(line);
      }
      if (before == null) {
        rightEdge = rightEdge(lines, i);
      }
      write(line);
      before = line;
    }
  }

  /** Ends a page or column; a sentence that goes on in the next stays one sentence. */
  private void breakRun(PdfLine next) {
    writeRows();
    boolean sentenceGoesOn =
        !block.isEmpty()
            && !endsInTable
            && blockLevel == PdfHeadings.NONE
            && headings.level(next, true) == PdfHeadings.NONE
            && !endsSentence(block)
            && Character.isLowerCase(next.text().codePointAt(0))
            && !WrappedLines.startsItem(next.text());
    String carried = "";
    if (sentenceGoesOn) {
      Matcher broken = BROKEN_END.matcher(block);
      if (broken.find()) {
        carried = broken.group();
        block.setLength(broken.start());
      }
    }
    endBlock();
    goesOn = sentenceGoesOn;
    block.append(carried);
    before = null;
  }

  private void write(PdfLine line) {
    PdfLine last = before;
    boolean apart = last == null || isApart(last, line);
    int level = headings.level(line, apart || blockLevel != PdfHeadings.NONE);
    if (last == null) {
      if (level != PdfHeadings.NONE) {
        endBlock();
      }
    } else if (apart || level != blockLevel) {
      endBlock();
    }
    if (rows.isEmpty() && block.isEmpty()) {
      blockLevel = level;
    }
    if (rows.isEmpty() && !line.isRow()) {
      append(last, line);
    } else {
      if (rows.isEmpty()) {
        beforeRows = last;
      }
      rows.add(line);
    }
  }

  private void append(@Nullable PdfLine last, PdfLine line) {
    if (block.isEmpty()) {
      block.append(line.text());
    } else if (last != null && blockLevel == PdfHeadings.NONE && isLineOfItsOwn(last, line)) {
      block.append('\n').append(line.text());
    } else {
      WrappedLines.join(block, line.text(), compounds::contains);
    }
  }

  /** Puts the rows into the block, with the names of their columns where these are known. */
  private void writeRows() {
    if (rows.isEmpty()) {
      return;
    }
    Optional<PdfTables.Named> table =
        goesOn ? Optional.empty() : tables.named(rows, beginsPage && block.isEmpty());
    int taken = table.map(PdfTables.Named::lines).orElse(0);
    table.ifPresent(named -> block.append(block.isEmpty() ? "" : "\n").append(named.text()));
    PdfLine last = beforeRows;
    for (int i = taken; i < rows.size(); i++) {
      if (i == taken && taken > 0) {
        block.append('\n').append(rows.get(i).text());
      } else {
        append(last, rows.get(i));
      }
      last = rows.get(i);
    }
    endsInTable = taken == rows.size();
    rows.clear();
  }

  private void endBlock() {
    writeRows();
    if (!block.isEmpty()) {
      beginsPage = false;
      if (!endsInTable) {
        tables.end();
      }
    }
    if (blockLevel != PdfHeadings.NONE) {
      text.heading(blockLevel, block);
    } else if (goesOn) {
      text.continuation(block);
    } else {
      text.paragraph(block);
    }
    goesOn = false;
    endsInTable = false;
    blockLevel = PdfHeadings.NONE;
    block.setLength(0);
  }

  private static boolean isElsewhere(PdfLine last, PdfLine line) {
    return line.y() < last.y() - last.size() / 2;
  }

  private boolean isApart(PdfLine last, PdfLine line) {
    float gap = line.isRow() && (last.isRow() || !rows.isEmpty()) ? ROW_GAP : BLOCK_GAP;
    return line.y() - last.y() > gap * Math.max(last.size(), line.size());
  }

  /** Rows and items are lines; so is what follows a line that ended early on purpose. */
  private boolean isLineOfItsOwn(PdfLine last, PdfLine line) {
    if (last.isRow() || line.isRow() || WrappedLines.startsItem(line.text())) {
      return true;
    }
    float needed = (WrappedLines.firstWord(line.text()).length() + 1.5f) * line.characterWidth();
    boolean hadRoom = last.end() + needed < rightEdge;
    boolean halfEmpty = last.end() - last.x() < HALF_EMPTY * (rightEdge - last.x());
    return hadRoom
        && (endsSentence(last.text())
            || (halfEmpty && !Character.isLowerCase(line.text().codePointAt(0))));
  }

  private static boolean endsSentence(CharSequence words) {
    return SENTENCE_ENDS.indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /** How far the lines of the column that begins with {@code lines.get(from)} reach. */
  private static float rightEdge(List<PdfLine> lines, int from) {
    float edge = lines.get(from).end();
    for (int i = from + 1; i < lines.size() && !isElsewhere(lines.get(i - 1), lines.get(i)); i++) {
      edge = Math.max(edge, lines.get(i).isRow() ? 0 : lines.get(i).end());
    }
    return edge;
  }
}
