package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes columns of prose apart where a page's content goes from line to line across them. What
 * looks like prose begins where the same gutter ends on line after line, fills its column, and goes
 * on in the middle of sentences; rows of a table do not.
 */
final class PdfColumns {
  /** Fewer lines may be anything. */
  private static final int MIN_LINES = 4;

  /** The part of lines that go on in the middle of a sentence, in each column. */
  private static final double GOES_ON = 0.4;

  /** The mean part of a column that its lines fill. */
  private static final double FILLED = 0.75;

  private PdfColumns() {}

  /** The page with the lines of one column after those of the other. */
  static PdfPage apart(PdfPage page) {
    List<PdfLine> lines = new ArrayList<>();
    List<PdfLine> run = new ArrayList<>();
    for (PdfLine line : page.lines()) {
      if (!run.isEmpty() && !goesOn(run, line)) {
        lines.addAll(apart(run));
        run.clear();
      }
      if (run.isEmpty() && line.cells().size() != 2) {
        lines.add(line);
      } else {
        run.add(line);
      }
    }
    lines.addAll(apart(run));
    return page.withLines(lines);
  }

  /** Whether a line has its cells, or the only one, on their side of the gutter. */
  private static boolean goesOn(List<PdfLine> run, PdfLine line) {
    PdfLine first = run.getFirst();
    if (line.cells().size() > 2 || line.y() <= run.getLast().y()) {
      return false;
    }
    float gutter = first.cells().getLast().x();
    float tolerance = first.size() / 2;
    boolean leftFits = line.x() >= gutter - tolerance || line.cells().getFirst().end() < gutter;
    boolean rightFits =
        line.end() < gutter || Math.abs(line.cells().getLast().x() - gutter) <= tolerance;
    return leftFits && rightFits;
  }

  private static List<PdfLine> apart(List<PdfLine> run) {
    List<PdfLine> left = new ArrayList<>();
    List<PdfLine> right = new ArrayList<>();
    int both = 0;
    float gutter =
        run.isEmpty() ? 0 : run.getFirst().cells().getLast().x() - run.getFirst().size() / 2;
    for (PdfLine line : run) {
      for (PdfCell cell : line.cells()) {
        (cell.x() < gutter ? left : right)
            .add(new PdfLine(List.of(cell), line.y(), line.size(), line.bold()));
      }
      both += line.isRow() ? 1 : 0;
    }
    if (both < MIN_LINES || !isProse(left) || !isProse(right)) {
      return List.copyOf(run);
    }
    left.addAll(right);
    return left;
  }

  private static boolean isProse(List<PdfLine> column) {
    double width = 0;
    double widest = 0;
    int goOn = 0;
    for (PdfLine line : column) {
      width += line.end() - line.x();
      widest = Math.max(widest, line.end() - line.x());
      goOn += line.cells().getFirst().beginsLowerCase() ? 1 : 0;
    }
    return goOn >= GOES_ON * column.size() && width >= FILLED * widest * column.size();
  }
}
