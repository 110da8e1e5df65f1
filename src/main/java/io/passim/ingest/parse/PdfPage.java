package io.passim.ingest.parse;

import java.util.List;

/**
 * The lines of a page in the order of its content.
 *
 * @param number counted from 1
 * @param height in points
 * @param scan paragraphs that were recognised on a page without lines
 */
record PdfPage(int number, float height, List<PdfLine> lines, List<String> scan) {
  PdfPage {
    lines = List.copyOf(lines);
    scan = List.copyOf(scan);
  }

  PdfPage(int number, float height, List<PdfLine> lines) {
    this(number, height, lines, List.of());
  }

  PdfPage withScan(List<String> paragraphs) {
    return new PdfPage(number, height, lines, paragraphs);
  }

  PdfPage withLines(List<PdfLine> others) {
    return new PdfPage(number, height, others, scan);
  }

  boolean isBlank() {
    return lines.stream().allMatch(line -> line.text().isBlank());
  }
}
