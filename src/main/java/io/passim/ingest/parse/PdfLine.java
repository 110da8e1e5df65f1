package io.passim.ingest.parse;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a page of a PDF; lengths are in points, y grows downwards.
 *
 * @param cells its parts with wide gaps between them, from left to right; at least one
 * @param y its baseline
 * @param size of its largest font
 * @param bold whether all of it is
 */
record PdfLine(List<PdfCell> cells, float y, float size, boolean bold) {
  PdfLine {
    cells = List.copyOf(cells);
  }

  /** Its words, cells parted by {@code |}. */
  String text() {
    return cells.size() == 1
        ? cells.getFirst().text()
        : cells.stream().map(PdfCell::text).collect(Collectors.joining(TableText.CELL));
  }

  /** Where it begins. */
  float x() {
    return cells.getFirst().x();
  }

  /** Where it ends. */
  float end() {
    return cells.getLast().end();
  }

  /** Whether it has several cells. */
  boolean isRow() {
    return cells.size() > 1;
  }

  /** The mean width of one of its characters. */
  float characterWidth() {
    return (end() - x()) / Math.max(1, text().length());
  }
}
