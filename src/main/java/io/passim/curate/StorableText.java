package io.passim.curate;

/** Neither a database nor UTF-8 has room for some of what JSON can write. */
public final class StorableText {
  private static final int REPLACEMENT = 0xFFFD;

  private StorableText() {}

  /** The text with U+FFFD in place of NUL and of halves of surrogate pairs. */
  public static String of(String text) {
    return text.codePoints()
        .map(c ->
            c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                ? REPLACEMENT
                : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
