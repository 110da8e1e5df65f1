package io.passim.ingest.parse;

/**
 * Words of a line with no wide gap between them; lengths are in points.
 *
 * @param text its words
 * @param x where it begins
 * @param end where it ends
 */
record PdfCell(String text, float x, float end) {

  /** How far two cells stand apart, from side to side; negative by how much they overlap. */
  float distance(PdfCell other) {
    return Math.max(x, other.x) - Math.min(end, other.end);
  }

  boolean beginsLowerCase() {
    return Character.isLowerCase(text.codePointAt(0));
  }
}
