package io.passim.document;

/**
 * A heading in the text of a document.
 *
 * @param level 1 for the outermost
 * @param span the heading's own words
 */
public record Heading(int level, CharSpan span) {
  public Heading {
    if (level < 1) {
      throw new IllegalArgumentException("heading levels are counted from 1: " + level);
    }
  }
}
