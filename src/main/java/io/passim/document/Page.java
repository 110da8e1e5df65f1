package io.passim.document;

import org.jspecify.annotations.Nullable;

/**
 * A page of the original.
 *
 * @param number counted from 1
 * @param label what is printed on it where that is not its number, such as {@code iv}; null else
 * @param span what of the normalised text stands on it
 */
public record Page(int number, @Nullable String label, CharSpan span) {
  public Page {
    if (number < 1) {
      throw new IllegalArgumentException("pages are counted from 1: " + number);
    }
  }

  /** A page without a label. */
  public Page(int number, CharSpan span) {
    this(number, null, span);
  }
}
