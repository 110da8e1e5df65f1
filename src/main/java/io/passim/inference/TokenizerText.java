package io.passim.inference;

import io.passim.document.CharSpan;
import java.util.Collection;

/**
 * Text as the native tokenizer can take it, and the way back from its offsets.
 *
 * <p>Lone surrogates and NUL, which do not survive the way into native code, and the names of
 * special tokens, which the tokenizer would obey, are overwritten in place: the text keeps its
 * length, so an offset into it is an offset into the original.
 */
final class TokenizerText {
  private static final char UNREADABLE = '\uFFFD';

  private final String text;
  private final int[] offsets;

  private TokenizerText(String text) {
    this.text = text;
    this.offsets = codePointOffsets(text);
  }

  /**
   * @param specialTokens names such as {@code [SEP]}
   */
  static TokenizerText of(String original, Collection<String> specialTokens) {
    char[] chars = original.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] == '\0') {
        chars[i] = ' ';
      } else if (Character.isHighSurrogate(chars[i])
          && i + 1 < chars.length
          && Character.isLowSurrogate(chars[i + 1])) {
        i++;
      } else if (Character.isSurrogate(chars[i])) {
        chars[i] = UNREADABLE;
      }
    }
    return new TokenizerText(disarm(new String(chars), specialTokens));
  }

  /** Blanks the first character of every special token's name, in any case. */
  private static String disarm(String text, Collection<String> specialTokens) {
    StringBuilder disarmed = null;
    for (String name : specialTokens) {
      if (isAbsent(text, name)) {
        continue;
      }
      for (int i = 0; i + name.length() <= text.length(); i++) {
        if (text.regionMatches(true, i, name, 0, name.length())) {
          disarmed = disarmed == null ? new StringBuilder(text) : disarmed;
          disarmed.setCharAt(i, ' ');
        }
      }
    }
    return disarmed == null ? text : disarmed.toString();
  }

  /** Whether a first character that has no case, as most have, tells at once. */
  private static boolean isAbsent(String text, String name) {
    char first = name.charAt(0);
    return Character.toUpperCase(first) == Character.toLowerCase(first) && text.indexOf(first) < 0;
  }

  /** UTF-16 offset of every code point and of the end. */
  private static int[] codePointOffsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, offset = 0; i < offsets.length; i++) {
      offsets[i] = offset;
      if (offset < text.length()) {
        offset += Character.charCount(text.codePointAt(offset));
      }
    }
    return offsets;
  }

  String text() {
    return text;
  }

  /** Number of code points. */
  int codePoints() {
    return offsets.length - 1;
  }

  /** Its first code points. */
  TokenizerText upTo(int codePoints) {
    return new TokenizerText(text.substring(0, offsets[codePoints]));
  }

  /**
   * From a token's offsets, in code points, to its span in UTF-16 code units without the white
   * space around it; empty if there is nothing else.
   */
  CharSpan utf16(int startCodePoint, int endCodePoint) {
    int start = offsets[startCodePoint];
    int end = offsets[endCodePoint];
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new CharSpan(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
