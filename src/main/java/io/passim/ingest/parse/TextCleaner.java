package io.passim.ingest.parse;

import io.passim.document.InvisibleCharacters;
import java.text.Normalizer;

/**
 * Characters as they are kept: Unicode NFC, runs of white space as one space, no controls, lone
 * surrogates, invisible hyphens or marks that reorder what is shown. Only line feeds remain of line
 * breaks; spaces around them go.
 */
final class TextCleaner {
  private TextCleaner() {}

  /** A block of text without blank lines, leading or trailing white space. */
  static String clean(CharSequence raw) {
    StringBuilder kept = new StringBuilder(raw.length());
    boolean space = false;
    boolean line = false;
    for (int i = 0; i < raw.length(); ) {
      int c = Character.codePointAt(raw, i);
      i += Character.charCount(c);
      if (c == '\n') {
        line = true;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (isKept(c)) {
        if (!kept.isEmpty() && (line || space)) {
          kept.append(line ? '\n' : ' ');
        }
        line = false;
        space = false;
        kept.appendCodePoint(c);
      }
    }
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** The same on one line. */
  static String cleanLine(CharSequence raw) {
    return clean(raw).replace('\n', ' ');
  }

  /** Its first characters, at most so many UTF-16 code units. */
  static String clip(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(0, Character.isLowSurrogate(text.charAt(length)) ? length - 1 : length);
  }

  private static boolean isKept(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> !InvisibleCharacters.include(c);
    };
  }
}
