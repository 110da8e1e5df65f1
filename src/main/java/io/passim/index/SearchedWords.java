package io.passim.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a question that are searched for, each with its terms in the languages in which it
 * says something.
 *
 * <p>Nobody is asked which language a question is in, and what frames a sentence in one may be the
 * subject in another: "or" is gold in French, and "EU" is no past participle in English. So a word
 * is left out altogether only if it is a stop word of the language that the other words speak, as
 * their own stop words tell, or of all that have any. Else it is searched for in the languages in
 * which it is none.
 *
 * @param words each once, in the question's order
 */
record SearchedWords(List<Word> words) {
  /** More words than a question has; what is beyond them is not searched for. */
  private static final int MAX_WORDS = 64;

  /** A word, in lower case, with its terms in each language in which it is no stop word. */
  record Word(String text, Map<TextLanguage, List<String>> terms) {
    boolean isStopWord(TextLanguage language) {
      return !terms.containsKey(language);
    }

    List<String> in(TextLanguage language) {
      return Objects.requireNonNullElse(terms.get(language), List.of());
    }
  }

  static SearchedWords of(String text) {
    List<Word> words = tokens(text).stream().distinct().map(SearchedWords::analysed).toList();
    Map<TextLanguage, Integer> stopWords = new EnumMap<>(TextLanguage.class);
    for (TextLanguage language : TextLanguage.values()) {
      stopWords.put(
          language, (int) words.stream().filter(word -> word.isStopWord(language)).count());
    }
    return new SearchedWords(
        words.stream().filter(word -> !isLeftOut(word, stopWords)).limit(MAX_WORDS).toList());
  }

  /** Those that stand in {@code part} of the question. */
  List<Word> in(String part) {
    List<String> tokens = tokens(part);
    return words.stream().filter(word -> tokens.contains(word.text)).toList();
  }

  private static boolean isLeftOut(Word word, Map<TextLanguage, Integer> stopWords) {
    if (word.isStopWord(TextLanguage.ENGLISH) && word.isStopWord(TextLanguage.FRENCH)) {
      return true;
    }
    int most = 0;
    TextLanguage spoken = null;
    for (Map.Entry<TextLanguage, Integer> entry : stopWords.entrySet()) {
      int others = entry.getValue() - (word.isStopWord(entry.getKey()) ? 1 : 0);
      if (others >= most) {
        spoken = others == most ? null : entry.getKey();
        most = others;
      }
    }
    return spoken != null && word.isStopWord(spoken);
  }

  private static Word analysed(String word) {
    Map<TextLanguage, List<String>> terms = new EnumMap<>(TextLanguage.class);
    for (TextLanguage language : TextLanguage.values()) {
      List<String> found = analyse(language.analyzer(), word);
      if (!found.isEmpty()) {
        terms.put(language, found);
      }
    }
    return new Word(word, terms);
  }

  private static List<String> analyse(Analyzer analyzer, String word) {
    try (TokenStream tokens = analyzer.tokenStream("", word)) {
      return drain(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tokens(String text) {
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(new StringReader(text.toLowerCase(Locale.ROOT)));
      return drain(tokenizer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> drain(TokenStream tokens) throws IOException {
    List<String> terms = new ArrayList<>();
    CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
    tokens.reset();
    while (tokens.incrementToken()) {
      terms.add(term.toString());
    }
    tokens.end();
    return terms;
  }
}
