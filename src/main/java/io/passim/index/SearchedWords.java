package io.passim.index;

import io.passim.document.InvisibleCharacters;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param compounds those with a hyphen; their parts are {@code words} of their own
 */
record SearchedWords(List<Word> words, List<Compound> compounds) {
  /** More words than a question has; what is beyond them is not searched for. */
  private static final int MAX_WORDS = 64;

  /** Likewise of compounds, and parts of one. */
  private static final int MAX_COMPOUNDS = 8;

  private static final int MAX_PARTS = 4;

  /** A word, in lower case, with its terms in each language in which it is no stop word. */
  record Word(String text, Map<TextLanguage, List<String>> terms) {
    boolean isStopWord(TextLanguage language) {
      return !terms.containsKey(language);
    }

    List<String> in(TextLanguage language) {
      return Objects.requireNonNullElse(terms.get(language), List.of());
    }
  }

  /**
   * Words that a hyphen joins.
   *
   * @param joined as one word, in the languages in which a part of it is searched for
   * @param parts all of them
   */
  record Compound(Word joined, List<Word> parts) {}

  static SearchedWords of(String text) {
    List<List<String>> tokens = tokens(text);
    List<Word> words =
        tokens.stream().flatMap(List::stream).distinct().map(SearchedWords::analysed).toList();
    Map<TextLanguage, Integer> stopWords = new EnumMap<>(TextLanguage.class);
    for (TextLanguage language : TextLanguage.values()) {
      stopWords.put(
          language, (int) words.stream().filter(word -> word.isStopWord(language)).count());
    }
    List<Word> searched =
        words.stream().filter(word -> !isLeftOut(word, stopWords)).limit(MAX_WORDS).toList();
    return new SearchedWords(searched, compounds(tokens, words, searched));
  }

  /** Those that stand in {@code part} of the question. */
  List<Word> in(String part) {
    Set<String> texts = new HashSet<>();
    for (List<String> token : tokens(part)) {
      texts.addAll(token);
      texts.add(String.join("", token));
    }
    return Stream.concat(words.stream(), compounds.stream().map(Compound::joined))
        .filter(word -> texts.contains(word.text))
        .toList();
  }

  private static List<Compound> compounds(
      List<List<String>> tokens, List<Word> words, List<Word> searched) {
    Map<String, Compound> compounds = new LinkedHashMap<>();
    for (List<String> token : tokens) {
      String text = String.join("", token);
      boolean isWord = searched.stream().anyMatch(word -> word.text.equals(text));
      if (token.size() > 1 && token.size() <= MAX_PARTS && !isWord) {
        List<Word> parts = token.stream().map(part -> named(part, words)).toList();
        compounds.put(text, new Compound(joined(text, parts, searched), parts));
      }
    }
    return compounds.values().stream().limit(MAX_COMPOUNDS).toList();
  }

  /** A compound of nothing but stop words ("dois-je") is one itself. */
  private static Word joined(String text, List<Word> parts, List<Word> searched) {
    Map<TextLanguage, List<String>> terms = new EnumMap<>(TextLanguage.class);
    analysed(text)
        .terms
        .forEach((language, found) -> {
          if (parts.stream()
              .anyMatch(part -> !part.isStopWord(language) && searched.contains(part))) {
            terms.put(language, found);
          }
        });
    return new Word(text, terms);
  }

  private static Word named(String text, List<Word> words) {
    return words.stream().filter(word -> word.text.equals(text)).findFirst().orElseThrow();
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

  /** The words, and the parts of each: one, but for compounds. */
  private static List<List<String>> tokens(String text) {
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(Compounds.kept(new StringReader(written(text))));
      return drain(tokenizer).stream().map(Compounds::parts).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In lower case, and otherwise as a document writes the same: composed (NFC). */
  private static String written(String text) {
    String visible = InvisibleCharacters.removedFrom(text);
    return Normalizer.normalize(visible, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
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
