package io.passim.document;

/**
 * A page of the original.
 *
 * @param number counted from 1
 * @param span what of the normalised text stands on it
 */
public record Page(int number, CharSpan span) {
  public Page {
    if (number < 1) {
      throw new IllegalArgumentException("pages are counted from 1: " + number);
    }
  }
}
