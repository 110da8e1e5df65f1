package io.passim.ingest.parse;

import io.passim.document.RecognisedWord;
import java.util.List;

/**
 * What text recognition has read in a picture.
 *
 * @param paragraphs in reading order
 * @param words of the paragraphs, where they stand in the picture
 */
record RecognisedPage(List<String> paragraphs, List<RecognisedWord> words) {
  static final RecognisedPage EMPTY = new RecognisedPage(List.of(), List.of());

  RecognisedPage {
    paragraphs = List.copyOf(paragraphs);
    words = List.copyOf(words);
  }
}
