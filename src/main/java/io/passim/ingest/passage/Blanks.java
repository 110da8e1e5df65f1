package io.passim.ingest.passage;

import io.passim.document.CharSpan;

/** What counts as white space: Java's notion and Unicode's together. */
final class Blanks {
  private Blanks() {}

  static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /** The span without white space at its ends; empty, at its start, if there is nothing else. */
  static CharSpan trim(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? new CharSpan(start, start) : new CharSpan(from, to);
  }
}
