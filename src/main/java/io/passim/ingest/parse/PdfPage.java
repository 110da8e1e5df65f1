package io.passim.ingest.parse;

import java.util.List;

/**
 * The lines of a page in the order of its content.
 *
 * @param number counted from 1
 * @param height in points
 */
record PdfPage(int number, float height, List<PdfLine> lines) {
  PdfPage {
    lines = List.copyOf(lines);
  }
}
