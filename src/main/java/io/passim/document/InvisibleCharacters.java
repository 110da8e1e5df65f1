package io.passim.document;

/**
 * Characters that texts are kept without, and that are not looked for: soft hyphens, spaces without
 * a width, and the embeddings, overrides and isolates of the bidirectional algorithm (UAX #9),
 * which reorder what is shown.
 */
public final class InvisibleCharacters {
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  private InvisibleCharacters() {}

  /** Whether a code point is one of them. */
  public static boolean include(int c) {
    return c == SOFT_HYPHEN || c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE || reorders(c);
  }

  /** A text without them. */
  public static String removedFrom(String text) {
    return text.codePoints()
        .filter(c -> !include(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean reorders(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
