package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that stands in a text. Its rows are held until it is plain whether the first of them
 * names the columns, because the document says so or because it is in bold or above figures: then
 * the others carry their names, as {@link TableText} writes them. Otherwise, as in a table that
 * only lays out a page, every row stays as it is.
 */
final class TextTable {
  /** What a row says of itself. */
  enum Kind {
    /** It names the columns. */
    NAMES,
    /** Its first cell or another names what stands in the row. */
    NAMED,
    /** All of it is bold. */
    BOLD,
    PLAIN
  }

  /**
   * A row.
   *
   * @param line as it stands where columns have no names
   * @param cells blank where they hold nothing
   * @param pagesBefore how many pages end before it
   * @param pagesWithin how many end in it; what is below it stands on the next
   */
  record Row(String line, List<String> cells, Kind kind, int pagesBefore, int pagesWithin) {
    Row {
      cells = cells.stream().map(TextCleaner::cleanLine).toList();
    }
  }

  /** A longer cell is not of a table of data. */
  private static final int MAX_CELL = 500;

  /** So many show what a table is; those of a longer one are not held. */
  private static final int MAX_HELD = 500;

  /** Fewer rows of a word and a figure may be a list of properties, which has no names above it. */
  private static final int FEW_ROWS = 3;

  private final TextBuilder text;
  private final List<Row> held = new ArrayList<>();
  private boolean attached;
  private boolean settled;
  private boolean asItIs;
  private int heldCharacters;
  private @Nullable TableText named;

  /**
   * @param attached whether it begins on the line below what is before it
   */
  TextTable(TextBuilder text, boolean attached) {
    this.text = text;
    this.attached = attached;
  }

  /** The next row, which is not blank. */
  void row(Row row) {
    if (settled) {
      write(row);
      return;
    }
    held.add(row);
    heldCharacters += row.line().length();
    if (held.size() == MAX_HELD) {
      settle();
    }
  }

  /** It holds what no table of data holds, such as another table. */
  void keepAsItIs() {
    asItIs = true;
  }

  /** A line that belongs to it has been written: it goes on below. */
  void attach() {
    attached = true;
  }

  /** How many characters of it are still to be written. */
  int heldCharacters() {
    return heldCharacters;
  }

  /** Writes the rows so far, to be called before anything else is written and after the last. */
  void settle() {
    if (settled || held.isEmpty()) {
      return;
    }
    settled = true;
    Row first = held.getFirst();
    if (isNamed(first, held.subList(1, held.size()))) {
      breakPages(first.pagesBefore() + first.pagesWithin());
      named = TableText.under(first.cells(), text, attached);
      held.removeFirst();
    }
    held.forEach(this::write);
    held.clear();
    heldCharacters = 0;
  }

  private void write(Row row) {
    breakPages(row.pagesBefore());
    if (named != null) {
      named.row(row.cells());
    } else if (attached) {
      text.line(row.line());
    } else {
      text.paragraph(row.line());
    }
    attached = true;
    breakPages(row.pagesWithin());
  }

  private void breakPages(int pages) {
    for (int i = 0; i < pages; i++) {
      text.startNextPage();
    }
  }

  private boolean isNamed(Row first, List<Row> below) {
    if (asItIs || below.isEmpty() || !mayName(first, below.getFirst().cells())) {
      return false;
    }
    List<List<String>> values = below.stream().map(Row::cells).toList();
    boolean even = values.stream().allMatch(row -> row.size() == first.cells().size());
    boolean brief =
        values.stream().flatMap(List::stream).allMatch(cell -> cell.length() <= MAX_CELL);
    return even
        && brief
        && switch (first.kind()) {
          case NAMES -> below.stream().noneMatch(row -> row.kind() == Kind.NAMES);
          case BOLD ->
              below.stream().noneMatch(row -> row.kind() == Kind.NAMES)
                  && below.stream().anyMatch(row -> row.kind() != Kind.BOLD);
          case NAMED -> false;
          case PLAIN ->
              below.stream().allMatch(row -> row.kind() == Kind.PLAIN)
                  && isAboveFigures(first.cells(), values);
        };
  }

  private static boolean mayName(Row first, List<String> below) {
    return first.kind() == Kind.NAMES
        ? ColumnNames.areNames(first.cells())
        : ColumnNames.areAbove(below, first.cells());
  }

  private static boolean isAboveFigures(List<String> names, List<List<String>> values) {
    boolean properties =
        names.size() == 2
            && values.size() < FEW_ROWS
            && values.stream().noneMatch(row -> ColumnNames.isValue(row.getFirst()));
    return !properties
        && names.stream().noneMatch(name -> name.endsWith(":"))
        && TableText.hasFigures(values);
  }
}
