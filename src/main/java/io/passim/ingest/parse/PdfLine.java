package io.passim.ingest.parse;

/**
 * A line of a page of a PDF; lengths are in points, y grows downwards.
 *
 * @param text its words, cells of a table parted by {@code |}
 * @param x where it begins
 * @param end where it ends
 * @param y its baseline
 * @param size of its largest font
 * @param bold whether all of it is
 * @param cells number of parts with wide gaps between them
 */
record PdfLine(String text, float x, float end, float y, float size, boolean bold, int cells) {

  /** The mean width of one of its characters. */
  float characterWidth() {
    return (end - x) / Math.max(1, text.length());
  }
}
