package io.passim.read;

import io.passim.document.CharSpan;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a span of tokens presentable: never part of a character as people see it, and without the
 * punctuation that belongs to the sentence around it. Pure; the result is a span of the same text.
 */
final class SpanTrimmer {
  private static final String SEPARATORS = ",;:.…";
  private static final String DECIMAL = ".,";
  private static final String OPENING = "([{«“‘";
  private static final String CLOSING = ")]}»”’";

  /** As {@code U.S.}, {@code J.-C.} or {@code B.Sc.}, but no address or decimal number. */
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?<![\\p{L}\\p{N}.])\\p{L}{1,2}\\.(?:-?\\p{Lu}?\\p{L}\\.)+$");

  private SpanTrimmer() {}

  /** The trimmed span, or nothing if only white space and punctuation is left. */
  static Optional<CharSpan> trim(String text, CharSpan span) {
    CharSpan whole = wholeCharacters(text, span);
    int start = whole.start();
    int end = whole.end();
    boolean changed = true;
    while (changed && start < end) {
      changed = false;
      if (dropFirst(text, start, end)) {
        start++;
        changed = true;
      } else if (dropLast(text, start, end)) {
        end--;
        changed = true;
      }
    }
    return start < end ? Optional.of(new CharSpan(start, end)) : Optional.empty();
  }

  /** Widened to grapheme clusters, so that no accent or half of a surrogate pair is cut off. */
  private static CharSpan wholeCharacters(String text, CharSpan span) {
    if (span.length() == 0) {
      return span;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int start =
        characters.isBoundary(span.start()) ? span.start() : characters.preceding(span.start());
    int end = characters.isBoundary(span.end()) ? span.end() : characters.following(span.end());
    return new CharSpan(start, end);
  }

  private static boolean dropFirst(String text, int start, int end) {
    char c = text.charAt(start);
    return isSpace(c)
        || (SEPARATORS.indexOf(c) >= 0 && !startsNumber(text, start, end))
        || CLOSING.indexOf(c) >= 0
        || isUnbalanced(text, c, start, end);
  }

  private static boolean dropLast(String text, int start, int end) {
    char c = text.charAt(end - 1);
    return isSpace(c)
        || (SEPARATORS.indexOf(c) >= 0 && !endsAbbreviation(text, start, end))
        || OPENING.indexOf(c) >= 0
        || isUnbalanced(text, c, start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** As in {@code .5}. */
  private static boolean startsNumber(String text, int start, int end) {
    return DECIMAL.indexOf(text.charAt(start)) >= 0
        && start + 1 < end
        && Character.isDigit(text.charAt(start + 1));
  }

  private static boolean endsAbbreviation(String text, int start, int end) {
    return text.charAt(end - 1) == '.' && ABBREVIATION.matcher(text).region(start, end).find();
  }

  /** A bracket or quotation mark whose partner is not in the span. */
  private static boolean isUnbalanced(String text, char c, int start, int end) {
    int opening = OPENING.indexOf(c);
    if (opening >= 0) {
      return text.indexOf(CLOSING.charAt(opening), start, end) < 0;
    }
    int closing = CLOSING.indexOf(c);
    if (closing >= 0) {
      return text.indexOf(OPENING.charAt(closing), start, end) < 0;
    }
    return c == '"'
        && text.substring(start, end).chars().filter(other -> other == '"').count() == 1;
  }
}
