package io.passim.index;

import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The languages that are analysed apart. Each passage is indexed in the fields of one of them; a
 * question is analysed for all, since nobody is asked which language the answer stands in.
 *
 * <p>Words that only frame a question ("who", "combien") are stop words of its language too: in a
 * passage they say nothing about its subject. "May" is none, since it is a month as well.
 */
@SuppressWarnings("ImmutableEnumChecker") // Lucene's types, never changed once built
enum TextLanguage {
  ENGLISH(
      "en",
      stopWords(
          EnglishAnalyzer.getDefaultStopSet(),
          "who whom whose what when where which why how do does did can could should would "
              + "i my me you your we our am has have had many much from about get so")) {
    @Override
    TokenStream normalise(TokenStream tokens) {
      return new LowerCaseFilter(new EnglishPossessiveFilter(tokens));
    }

    @Override
    TokenStream stem(TokenStream tokens) {
      // Folded first: a final "é" hides the ending that goes from the same word without it.
      return new PorterStemFilter(new ASCIIFoldingFilter(tokens));
    }
  },
  FRENCH(
      "fr",
      stopWords(
          FrenchAnalyzer.getDefaultStopSet(),
          "qui que quoi quand où comment combien pourquoi quel quelle quels quelles "
              + "faut peut puis dois doit peux")) {
    @Override
    TokenStream normalise(TokenStream tokens) {
      return new LowerCaseFilter(new ElisionFilter(tokens, FrenchAnalyzer.DEFAULT_ARTICLES));
    }

    @Override
    TokenStream stem(TokenStream tokens) {
      return new FrenchLightStemFilter(tokens);
    }
  },
  /** Any other language: words as they are, folded. */
  OTHER("other", CharArraySet.EMPTY_SET) {
    @Override
    TokenStream normalise(TokenStream tokens) {
      return new LowerCaseFilter(tokens);
    }

    @Override
    TokenStream stem(TokenStream tokens) {
      return tokens;
    }
  };

  private final String code;
  private final CharArraySet stopWords;
  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer tokenizer = new StandardTokenizer();
          TokenStream parts = Compounds.partedAndJoined(normalise(tokenizer));
          TokenStream words = new StopFilter(parts, stopWords);
          return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(stem(words)));
        }

        @Override
        protected Reader initReader(String field, Reader text) {
          return Compounds.kept(text);
        }
      };

  TextLanguage(String code, CharArraySet stopWords) {
    this.code = code;
    this.stopWords = stopWords;
  }

  abstract TokenStream normalise(TokenStream tokens);

  abstract TokenStream stem(TokenStream tokens);

  private static CharArraySet stopWords(CharArraySet usual, String questionWords) {
    CharArraySet all = new CharArraySet(usual, /* ignoreCase= */ true);
    all.addAll(Arrays.asList(questionWords.split(" ", -1)));
    return all;
  }

  /** The name of {@code field} in this language, such as {@code body_fr}. */
  String field(String field) {
    return field + '_' + code;
  }

  Analyzer analyzer() {
    return analyzer;
  }

  static TextLanguage of(String iso) {
    for (TextLanguage language : values()) {
      if (language.code.equals(iso)) {
        return language;
      }
    }
    return OTHER;
  }
}
