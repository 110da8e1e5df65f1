package io.passim.ingest.parse;

import java.util.List;

/**
 * The lines of a page in the order of its content.
 *
 * @param number counted from 1
 * @param height in points
 * @param painted whether something is shown on it besides text, as far as is known
 * @param pictured the part of its area that its pictures have together
 * @param scan what was recognised on a page that is a scan
 */
record PdfPage(
    int number,
    float height,
    List<PdfLine> lines,
    boolean painted,
    float pictured,
    RecognisedPage scan) {
  /** The part of a page's height, above and below, where its text does not stand. */
  private static final float MARGIN = 0.12f;

  /** A scan may have been cropped, or be smaller than the paper. */
  private static final float MOST = 0.5f;

  PdfPage {
    lines = List.copyOf(lines);
  }

  PdfPage(int number, float height, List<PdfLine> lines, boolean painted, float pictured) {
    this(number, height, lines, painted, pictured, RecognisedPage.EMPTY);
  }

  PdfPage withScan(RecognisedPage recognised) {
    return new PdfPage(number, height, lines, true, pictured, recognised);
  }

  PdfPage withLines(List<PdfLine> others) {
    return new PdfPage(number, height, others, painted, pictured, scan);
  }

  /** The same page, on which nothing is shown. */
  PdfPage unpainted() {
    return new PdfPage(number, height, lines, false, pictured, scan);
  }

  /** Whether it has no text of its own. */
  boolean isBlank() {
    return lines.stream().allMatch(line -> line.text().isBlank());
  }

  /**
   * Whether its text is not in its lines, but in a picture if anywhere: programs stamp scans with
   * numbers of pages and of files.
   */
  boolean isScan() {
    return lines.stream()
        .allMatch(line -> line.text().isBlank() || (pictured > MOST && isInMargin(line)));
  }

  /** Whether it shows something of which no words are known. */
  boolean isWithoutText() {
    return painted && isScan() && scan.paragraphs().isEmpty();
  }

  /** Whether a line stands above or below the place of the page's text. */
  boolean isInMargin(PdfLine line) {
    return line.y() < height * MARGIN || line.y() > height * (1 - MARGIN);
  }
}
