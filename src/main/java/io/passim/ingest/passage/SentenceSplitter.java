package io.passim.ingest.passage;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import io.passim.document.CharSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cuts text into sentences by Unicode's rules (UAX #29) and the abbreviations that CLDR knows of
 * the language. A line break always ends one. Sentences longer than a bound are cut at a space, or
 * where there is none between two characters.
 */
final class SentenceSplitter {
  /** Longest sentence, in UTF-16 code units: about 150 words. */
  static final int MAX_LENGTH = 1000;

  /** A piece of a cut sentence is not made shorter than this for the sake of a space. */
  private static final int MIN_PIECE = 500;

  /** What is as short as this and has no word, such as {@code 1.}, belongs to what follows. */
  private static final int MAX_ENUMERATOR = 6;

  /** What CLDR's lists lack. */
  private static final Map<String, List<String>> ABBREVIATIONS =
      Map.of(
          "en",
          List.of(
              "Dr.", "St.", "Fig.", "Figs.", "Sec.", "Art.", "Inc.", "Messrs.", "cf.", "e.g.",
              "i.e.", "approx.", "incl.", "Gen.", "Sen.", "Gov.", "Jr.", "Sr."),
          "fr",
          List.of(
              "M.", "MM.", "Dr.", "Pr.", "Me.", "St.", "Ste.", "p.", "pp.", "ex.", "art.", "Art.",
              "fig.", "cf.", "env.", "al.", "chap.", "vol.", "tél.", "Tél.", "av.", "bd."));

  /** One of each language, to be copied: making one reads CLDR's lists and takes milliseconds. */
  private static final Map<String, BreakIterator> BREAKS = new ConcurrentHashMap<>();

  private SentenceSplitter() {}

  /**
   * The sentences between two offsets, in order; together they hold all that is not white space.
   *
   * @param language ISO 639 code
   */
  static List<CharSpan> split(String text, CharSpan within, String language) {
    List<CharSpan> sentences = new ArrayList<>();
    BreakIterator breaks = BREAKS.computeIfAbsent(language, SentenceSplitter::breaks).clone();
    int lineStart = within.start();
    while (lineStart < within.end()) {
      int feed = text.indexOf('\n', lineStart);
      int lineEnd = feed < 0 || feed >= within.end() ? within.end() : feed + 1;
      splitLine(text, lineStart, lineEnd, breaks, sentences);
      lineStart = lineEnd;
    }
    return sentences;
  }

  private static void splitLine(
      String text, int lineStart, int lineEnd, BreakIterator breaks, List<CharSpan> sentences) {
    CharSpan line = Blanks.trim(text, lineStart, lineEnd);
    if (line.length() == 0) {
      return;
    }
    breaks.setText(line.of(text));
    int start = line.start();
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      int end = line.start() + next;
      if (end < line.end() && isEnumerator(text, start, end)) {
        continue;
      }
      CharSpan sentence = Blanks.trim(text, start, end);
      if (sentence.length() > 0) {
        cut(text, sentence, sentences);
      }
      start = end;
    }
    CharSpan rest = Blanks.trim(text, start, line.end());
    if (start < line.end() && rest.length() > 0) {
      cut(text, rest, sentences);
    }
  }

  private static void cut(String text, CharSpan sentence, List<CharSpan> sentences) {
    int start = sentence.start();
    while (sentence.end() - start > MAX_LENGTH) {
      int end = cutBefore(text, start + MIN_PIECE, start + MAX_LENGTH);
      CharSpan piece = Blanks.trim(text, start, end);
      if (piece.length() > 0) {
        sentences.add(piece);
      }
      start = end;
    }
    CharSpan rest = Blanks.trim(text, start, sentence.end());
    if (rest.length() > 0) {
      sentences.add(rest);
    }
  }

  /** The last place to cut in {@code (from, to]}. */
  private static int cutBefore(String text, int from, int to) {
    for (int i = to; i > from; i--) {
      if (Blanks.isBlank(text.charAt(i))) {
        return i;
      }
    }
    for (int i = to; i > from; i--) {
      if (!isInsideCharacter(text, i)) {
        return i;
      }
    }
    return isInsidePair(text, to) ? to - 1 : to;
  }

  /** Between the halves of a surrogate pair, or between a letter and a mark or joiner on it. */
  private static boolean isInsideCharacter(String text, int offset) {
    int after = text.codePointAt(offset);
    int type = Character.getType(after);
    return isInsidePair(text, offset)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || text.charAt(offset - 1) == '\u200D';
  }

  private static boolean isInsidePair(String text, int offset) {
    return Character.isLowSurrogate(text.charAt(offset))
        && Character.isHighSurrogate(text.charAt(offset - 1));
  }

  private static boolean isEnumerator(String text, int start, int end) {
    CharSpan trimmed = Blanks.trim(text, start, end);
    if (trimmed.length() > MAX_ENUMERATOR) {
      return false;
    }
    int letters = 0;
    for (int i = trimmed.start(); i < trimmed.end(); i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters <= 1;
  }

  private static BreakIterator breaks(String language) {
    ULocale locale = ULocale.forLocale(Locale.forLanguageTag(language));
    FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(locale);
    for (String abbreviation : ABBREVIATIONS.getOrDefault(language, List.of())) {
      builder.suppressBreakAfter(abbreviation);
    }
    return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
  }
}
