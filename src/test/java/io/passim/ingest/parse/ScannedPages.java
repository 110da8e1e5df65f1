package io.passim.ingest.parse;

import org.apache.pdfbox.util.Matrix;

/** How a scanner puts a picture on a page that is turned when it is shown. */
public final class ScannedPages {
  private ScannedPages() {}

  /**
   * The place of a picture that stands upright when the page is shown.
   *
   * @param rotation of the page, in degrees: a number of quarter turns
   * @param width of the picture as it is shown, in points
   * @param height of the picture as it is shown, in points
   */
  public static Matrix place(int rotation, float width, float height) {
    return switch (rotation) {
      case 0 -> new Matrix(width, 0, 0, height, 0, 0);
      case 90 -> new Matrix(0, width, -height, 0, height, 0);
      case 180 -> new Matrix(-width, 0, 0, -height, width, height);
      case 270 -> new Matrix(0, -width, height, 0, 0, width);
      default -> throw new IllegalArgumentException("no quarter turns: " + rotation);
    };
  }
}
