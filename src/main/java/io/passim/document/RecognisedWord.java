package io.passim.document;

/**
 * A word that text recognition has read on a page, and where it stands there. Places are parts of
 * the page as it is shown, turned as the file says: 0 is its left or upper edge, 1 its right or
 * lower one.
 *
 * @param text the word as it was read; not blank
 * @param line that it stands on, counted from 1 through the page
 * @param left edge of its box, of the page's width
 * @param top edge of its box, of the page's height
 * @param width of its box, of the page's width
 * @param height of its box, of the page's height
 */
public record RecognisedWord(
    String text, int line, float left, float top, float width, float height) {
  /** What is lost of a place by keeping it in few digits. */
  private static final float ROUNDING = 1e-4f;

  public RecognisedWord {
    if (text.isBlank() || line < 1) {
      throw new IllegalArgumentException("no word of a line: '" + text + "' on " + line);
    }
    if (!isWithin(left, width) || !isWithin(top, height)) {
      throw new IllegalArgumentException(
          "no box within a page: [" + left + ", " + top + ", " + width + ", " + height + "]");
    }
  }

  private static boolean isWithin(float from, float length) {
    return from >= 0 && length >= 0 && from + length <= 1 + ROUNDING;
  }
}
