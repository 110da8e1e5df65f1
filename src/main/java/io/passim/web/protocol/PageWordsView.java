package io.passim.web.protocol;

import java.util.List;

/**
 * The words that text recognition has read on a page, in the order of the normalised text. {@code
 * page} is counted from 1.
 */
public record PageWordsView(int page, List<WordView> words) {

  /**
   * A word; {@code line} is counted from 1 through the page. Its box is in parts of the page as it
   * is shown, turned as the file says: 0 is the left or upper edge, 1 the right or lower one.
   */
  public record WordView(String text, int line, float left, float top, float width, float height) {}
}
