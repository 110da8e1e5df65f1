package io.passim.ingest.passage;

/**
 * Counts words about as a reader's tokens grow: a run without white space counts once for every
 * started {@value #WORD_LENGTH} code units, and two ideographs, which no space parts, as one word.
 */
final class WordCounter {
  private static final int WORD_LENGTH = 16;

  private WordCounter() {}

  static int count(CharSequence text, int start, int end) {
    int words = 0;
    int ideographs = 0;
    int run = 0;
    for (int i = start; i < end; ) {
      int c = Character.codePointAt(text, i);
      int next = Math.min(end, i + Character.charCount(c));
      if (Blanks.isBlank(c)) {
        run = 0;
      } else if (Character.isIdeographic(c)) {
        ideographs++;
        run = 0;
      } else {
        if (run % WORD_LENGTH == 0) {
          words++;
        }
        run++;
      }
      i = next;
    }
    return words + (ideographs + 1) / 2;
  }
}
