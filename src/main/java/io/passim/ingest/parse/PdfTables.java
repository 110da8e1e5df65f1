package io.passim.ingest.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names the columns in the rows of the tables of a PDF, where it is plain which they are: words
 * that are bold above others that are not, or words above figures. A cell belongs to the name that
 * it stands below, so rows may leave cells out, and a table may go on at the top of a page.
 */
final class PdfTables {
  /** More cells beside each other are no table that anybody reads. */
  private static final int MAX_COLUMNS = 64;

  private final Predicate<String> isCompound;

  /** The columns of the table that the text ends in so far; empty if it does not end in one. */
  private List<PdfCell> open = List.of();

  /**
   * @param isCompound whether a word such as {@code part-time} is written with its hyphen elsewhere
   */
  PdfTables(Predicate<String> isCompound) {
    this.isCompound = isCompound;
  }

  /**
   * A table.
   *
   * @param text a line for each row, its cells with their names
   * @param lines how many lines it took
   */
  record Named(String text, int lines) {}

  /** Something follows that is no table. */
  void end() {
    open = List.of();
  }

  /**
   * The table that lines begin with; empty if they begin with none that has names.
   *
   * @param beginPage whether they are the first of their page, where the last table may go on
   */
  Optional<Named> named(List<PdfLine> lines, boolean beginPage) {
    List<PdfCell> before = beginPage ? open : List.of();
    end();
    PdfLine first = lines.getFirst();
    if (first.cells().size() > MAX_COLUMNS) {
      return Optional.empty();
    }
    List<PdfLine> below = lines.subList(1, lines.size());
    List<String> words = words(first.cells());
    boolean again = words.equals(words(before));
    boolean bold = first.bold() && below.stream().anyMatch(line -> !line.bold());
    if (again || (bold ? ColumnNames.areNames(words) : mayBeNames(words))) {
      PdfTable table = new PdfTable(first.cells(), below, isCompound, false);
      if (table.lines() > 0 && (again || bold || (table.hasNames() && table.hasFigures()))) {
        return Optional.of(named(table, 1, lines));
      }
    }
    if (!before.isEmpty()) {
      PdfTable table = new PdfTable(before, lines, isCompound, true);
      if (table.lines() > 0) {
        return Optional.of(named(table, 0, lines));
      }
    }
    return Optional.empty();
  }

  /** A column without a name may stand before them. */
  private static boolean mayBeNames(List<String> words) {
    return ColumnNames.mayBe(Stream.concat(Stream.of(""), words.stream()).toList());
  }

  private Named named(PdfTable table, int names, List<PdfLine> lines) {
    int taken = names + table.lines();
    if (taken == lines.size()) {
      open = table.columns();
    }
    return new Named(table.text(), taken);
  }

  private static List<String> words(List<PdfCell> cells) {
    return cells.stream().map(PdfCell::text).filter(words -> !words.isEmpty()).toList();
  }
}
