package io.passim.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a question, each with the query that finds it in any language and field.
 *
 * <p>A passage is indexed in one language, so of a word's queries at most one language's can match;
 * within it, title, heading and body add up.
 *
 * @param byWord in the question's order; words that are stop words everywhere are absent
 */
record QuestionTerms(Map<String, Query> byWord) {
  /** More words than a question has; what is beyond them is not searched for. */
  private static final int MAX_WORDS = 64;

  static QuestionTerms of(String text, IndexConfig config) {
    Map<String, Query> byWord = new LinkedHashMap<>();
    for (String word : words(text)) {
      if (byWord.size() == MAX_WORDS) {
        break;
      }
      List<Query> languages = new ArrayList<>();
      for (TextLanguage language : TextLanguage.values()) {
        List<String> terms = analyse(language.analyzer(), word);
        if (!terms.isEmpty()) {
          languages.add(fields(language, terms, config));
        }
      }
      if (languages.size() == TextLanguage.values().length) {
        byWord.putIfAbsent(word, new DisjunctionMaxQuery(languages, 0));
      }
    }
    return new QuestionTerms(byWord);
  }

  /** Finds passages with any of the words. */
  Query any() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    byWord.values().forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  /** The terms under which {@code word} is found in {@code language}; none for a stop word. */
  static List<String> analyse(Analyzer analyzer, String word) {
    try (TokenStream tokens = analyzer.tokenStream("", word)) {
      return drain(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String text) {
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

  private static Query fields(TextLanguage language, List<String> terms, IndexConfig config) {
    BooleanQuery.Builder fields = new BooleanQuery.Builder();
    for (String term : terms) {
      fields.add(field(language.field(PassageDocuments.BODY), term, 1), Occur.SHOULD);
      fields.add(
          field(language.field(PassageDocuments.HEADING), term, config.headingBoost()),
          Occur.SHOULD);
      fields.add(
          field(language.field(PassageDocuments.TITLE), term, config.titleBoost()), Occur.SHOULD);
    }
    return fields.build();
  }

  private static Query field(String field, String term, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, term)), boost);
  }
}
