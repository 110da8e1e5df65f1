package io.passim.document;

import java.util.List;

/**
 * The words that text recognition has read on a page, in the order of the normalised text.
 *
 * @param page its number, counted from 1
 */
public record PageWords(int page, List<RecognisedWord> words) {
  public PageWords {
    words = List.copyOf(words);
    if (page < 1) {
      throw new IllegalArgumentException("pages are counted from 1: " + page);
    }
  }
}
