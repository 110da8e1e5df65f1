package io.passim.ingest.parse;

import java.util.List;

/**
 * The lines of a page in the order of its content.
 *
 * @param number counted from 1
 * @param height in points
 * @param painted whether something is shown on it besides text, as far as is known
 * @param scan paragraphs that were recognised on a page without lines
 */
record PdfPage(int number, float height, List<PdfLine> lines, boolean painted, List<String> scan) {
  PdfPage {
    lines = List.copyOf(lines);
    scan = List.copyOf(scan);
  }

  PdfPage(int number, float height, List<PdfLine> lines, boolean painted) {
    this(number, height, lines, painted, List.of());
  }

  PdfPage withScan(List<String> paragraphs) {
    return new PdfPage(number, height, lines, true, paragraphs);
  }

  PdfPage withLines(List<PdfLine> others) {
    return new PdfPage(number, height, others, painted, scan);
  }

  /** The same page, on which nothing is shown. */
  PdfPage unpainted() {
    return new PdfPage(number, height, lines, false, scan);
  }

  /** Whether it has no text of its own. */
  boolean isBlank() {
    return lines.stream().allMatch(line -> line.text().isBlank());
  }

  /** Whether it shows something of which no words are known. */
  boolean isWithoutText() {
    return painted && isBlank() && scan.isEmpty();
  }
}
