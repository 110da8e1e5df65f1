package io.passim.ingest.parse;

import java.util.List;

/**
 * The lines of a page in the order of its content.
 *
 * @param number counted from 1
 * @param height in points
 * @param painted whether something is shown on it besides text, as far as is known
 * @param scan what was recognised on a page without lines
 */
record PdfPage(
    int number, float height, List<PdfLine> lines, boolean painted, RecognisedPage scan) {
  PdfPage {
    lines = List.copyOf(lines);
  }

  PdfPage(int number, float height, List<PdfLine> lines, boolean painted) {
    this(number, height, lines, painted, RecognisedPage.EMPTY);
  }

  PdfPage withScan(RecognisedPage recognised) {
    return new PdfPage(number, height, lines, true, recognised);
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
    return painted && isBlank() && scan.paragraphs().isEmpty();
  }
}
