package io.passim.document;

/**
 * What an item of a list begins with, as parts of regular expressions that capture nothing. White
 * space follows a marker.
 */
public final class ListMarker {
  /** One character. */
  public static final String BULLET = "[-*+•▪◦‣·–—\\u25CF\\u25CB\\uF0B7]";

  /** A bullet, or a number or letter that hardly begins anything else. */
  public static final String ANY =
      "(?:" + BULLET + "|\\p{Nd}{1,3}[.)]|\\p{Ll}\\)|\\((?:\\p{Nd}{1,3}|\\p{L}|[ivx]{1,4})\\))";

  private ListMarker() {}
}
