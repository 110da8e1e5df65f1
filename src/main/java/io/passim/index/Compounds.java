package io.passim.index;

import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;

/**
 * Words that a hyphen joins. One writes "e-mail" and "mi-temps", another "email" and "mitemps", so
 * in a passage both stand: the parts one after the other, and at the place of the first what they
 * are when joined.
 */
final class Compounds {
  /**
   * What the hyphen becomes before a text is cut into words: within a word, the boundary rules of
   * Unicode (UAX #29) keep it.
   */
  private static final char HYPHENATION_POINT = '\u2027';

  private static final NormalizeCharMap HYPHENS = hyphens();
  private static final byte[] PARTS_AT_POINTS = partsAtPoints();

  private Compounds() {}

  /** To be read before a text is cut into words. */
  static Reader kept(Reader text) {
    return new MappingCharFilter(HYPHENS, text);
  }

  /** Adds to the parts of each compound what they are when joined. */
  static TokenStream partedAndJoined(TokenStream words) {
    return new WordDelimiterGraphFilter(
        words,
        /* adjustInternalOffsets= */ true,
        PARTS_AT_POINTS,
        WordDelimiterGraphFilter.GENERATE_WORD_PARTS | WordDelimiterGraphFilter.CATENATE_WORDS,
        /* protWords= */ null);
  }

  /** The parts of a word that was cut from a text with its compounds kept; itself if it is none. */
  static List<String> parts(String word) {
    return List.of(word.split(Character.toString(HYPHENATION_POINT), -1));
  }

  private static NormalizeCharMap hyphens() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String hyphen : List.of("-", "\u2010", "\u2011")) {
      map.add(hyphen, Character.toString(HYPHENATION_POINT));
    }
    return map.build();
  }

  /** Lucene's own table parts words at apostrophes, points and changes of script too. */
  private static byte[] partsAtPoints() {
    byte[] types = new byte[Character.MAX_VALUE + 1];
    Arrays.fill(types, (byte) WordDelimiterIterator.ALPHA);
    types[HYPHENATION_POINT] = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE['-'];
    return types;
  }
}
