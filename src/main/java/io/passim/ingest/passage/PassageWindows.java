package io.passim.ingest.passage;

/**
 * How long passages are. Other lengths than {@link #SHIPPED} are for whoever measures: what is
 * indexed already keeps the length that it was cut to.
 *
 * @param words that a window has about; at least 4
 * @param overlap sentences of the window before that a window begins with; 0 or more
 */
public record PassageWindows(int words, int overlap) {
  /** Fitted by {@code PassageFit}; see {@code models/training/README.md}. */
  public static final PassageWindows SHIPPED = new PassageWindows(100, 1);

  /** A window of fewer words takes one more sentence, however long. */
  int minWords() {
    return words / 2;
  }

  /** A rest of fewer new words is left to the window before it. */
  int minRest() {
    return words / 4;
  }

  /** Sentences of more words are not repeated: the overlap would outweigh what is new. */
  int maxOverlapWords() {
    return words / 2;
  }
}
