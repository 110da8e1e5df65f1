package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The rows below the names of columns, as far as their cells stand below them. */
final class PdfTable {
  /** Lines of one cell stand closer than rows, at least by this factor. */
  private static final float WITHIN_ROW = 0.85f;

  private final Predicate<String> isCompound;

  /** A name and how far its column reaches, so far. */
  private final List<PdfCell> columns;

  private final List<List<StringBuilder>> rows = new ArrayList<>();
  private final int lines;

  /**
   * Takes rows as long as they fit.
   *
   * @param names the columns with how far they are known to reach
   * @param lines what is below them
   * @param isCompound whether a word is written with its hyphen elsewhere
   * @param goesOn whether the names are of another page: then cells must be within their columns
   */
  PdfTable(List<PdfCell> names, List<PdfLine> lines, Predicate<String> isCompound, boolean goesOn) {
    this.isCompound = isCompound;
    columns = new ArrayList<>(names);
    nameless(lines);
    int taken = 0;
    float between = betweenRows(lines);
    for (PdfLine line : lines) {
      int[] places = places(line, goesOn);
      if (places.length == 0) {
        break;
      }
      PdfLine above = taken == 0 ? null : lines.get(taken - 1);
      boolean sameRow =
          above != null
              && places[0] > 0
              && (line.y() - above.y() < WITHIN_ROW * between
                  || line.cells().stream().allMatch(PdfCell::beginsLowerCase));
      if (!sameRow) {
        rows.add(IntStream.range(0, columns.size()).mapToObj(_ -> new StringBuilder()).toList());
      }
      add(line.cells(), places);
      taken++;
    }
    while (taken > 0 && isAlone(lines.get(taken - 1))) {
      rows.removeLast();
      taken--;
    }
    this.lines = taken;
  }

  /** How many lines its rows took. */
  int lines() {
    return lines;
  }

  /** The names of its columns, and how far these reach. */
  List<PdfCell> columns() {
    return List.copyOf(columns);
  }

  /** Whether its names are some by the first row, and not only by their looks. */
  boolean hasNames() {
    List<String> names = columns.stream().map(PdfCell::text).toList();
    return ColumnNames.areAbove(cells().getFirst(), names);
  }

  /** Whether a column holds figures and nothing else. */
  boolean hasFigures() {
    return TableText.hasFigures(cells());
  }

  /** A line for each row. */
  String text() {
    TextBuilder text = new TextBuilder(Integer.MAX_VALUE);
    TableText table = TableText.under(columns.stream().map(PdfCell::text).toList(), text, false);
    cells().forEach(table::row);
    table.end();
    return text.build().text();
  }

  private List<List<String>> cells() {
    return rows.stream().map(row -> row.stream().map(StringBuilder::toString).toList()).toList();
  }

  /** A column before the first name has none: the names of the rows stand there. */
  private void nameless(List<PdfLine> lines) {
    float first = columns.getFirst().x();
    lines.stream()
        .filter(line -> line.cells().size() == columns.size() + 1)
        .map(line -> line.cells().getFirst())
        .filter(cell -> cell.end() < first)
        .findFirst()
        .ifPresent(cell -> columns.addFirst(new PdfCell("", cell.x(), cell.end())));
  }

  /** The least distance of a line to one below it that fills the first column. */
  private float betweenRows(List<PdfLine> lines) {
    float least = Float.MAX_VALUE;
    for (int i = 1; i < lines.size(); i++) {
      if (column(lines.get(i).cells().getFirst()) == 0) {
        least = Math.min(least, lines.get(i).y() - lines.get(i - 1).y());
      }
    }
    return least == Float.MAX_VALUE ? 0 : least;
  }

  /** The columns of the cells of a line; none if it is no row of this table. */
  private int[] places(PdfLine line, boolean within) {
    int[] places = line.cells().stream().mapToInt(this::column).toArray();
    for (int i = 0; i < places.length; i++) {
      PdfCell cell = line.cells().get(i);
      boolean afterLast = i == 0 || places[i] > places[i - 1];
      boolean across =
          IntStream.range(0, columns.size())
                  .filter(column -> columns.get(column).distance(cell) < 0)
                  .count()
              > 1;
      if (!afterLast || across || (within && columns.get(places[i]).distance(cell) >= 0)) {
        return new int[0];
      }
    }
    return places;
  }

  private int column(PdfCell cell) {
    int nearest = 0;
    for (int i = 1; i < columns.size(); i++) {
      if (columns.get(i).distance(cell) < columns.get(nearest).distance(cell)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private void add(List<PdfCell> cells, int[] places) {
    for (int i = 0; i < places.length; i++) {
      PdfCell cell = cells.get(i);
      StringBuilder words = rows.getLast().get(places[i]);
      if (words.isEmpty()) {
        words.append(cell.text());
      } else {
        WrappedLines.join(words, cell.text(), isCompound);
      }
      PdfCell column = columns.get(places[i]);
      columns.set(
          places[i],
          new PdfCell(
              column.text(), Math.min(column.x(), cell.x()), Math.max(column.end(), cell.end())));
    }
  }

  /** A single cell in the first column, after which no row follows, is text below the table. */
  private boolean isAlone(PdfLine line) {
    return !line.isRow() && column(line.cells().getFirst()) == 0;
  }
}
