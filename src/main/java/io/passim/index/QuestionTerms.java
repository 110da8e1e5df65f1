package io.passim.index;

import io.passim.index.SearchedWords.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a question and its pairs of neighbouring words, each with the query that finds it in
 * any language and field.
 *
 * <p>A passage is indexed in one language, so of a word's queries at most one language's can match;
 * within it, title, heading and body add up. All are clauses of one disjunction, not nested, which
 * Lucene can then cut short.
 *
 * @param byWord those of {@link SearchedWords}, in the question's order
 * @param byPair two words of {@code byWord} that follow each other, stop words between them left
 *     out, such as "paid leave": found where they stand close together in a passage's own words
 */
record QuestionTerms(Map<String, Query> byWord, Map<String, Query> byPair) {
  /** How many words may stand between the two; with none, they may also be the other way round. */
  private static final int SLOP = 2;

  static QuestionTerms of(String text, IndexConfig config) {
    List<Word> words = SearchedWords.of(text).words();
    Map<String, Query> byWord = new LinkedHashMap<>();
    Map<String, Query> byPair = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      byWord.put(word.text(), anywhere(word, config));
      if (i > 0 && config.pairWeight() > 0) {
        Word before = words.get(i - 1);
        byPair.put(before.text() + ' ' + word.text(), together(before, word, config.pairWeight()));
      }
    }
    return new QuestionTerms(byWord, byPair);
  }

  /** Finds passages with any of the words. */
  Query any() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query word : byWord.values()) {
      ((BooleanQuery) word).clauses().forEach(any::add);
    }
    return any.build();
  }

  private static Query anywhere(Word word, IndexConfig config) {
    BooleanQuery.Builder fields = new BooleanQuery.Builder();
    word.terms()
        .forEach((language, terms) -> {
          for (String term : terms) {
            fields.add(field(language, PassageDocuments.BODY, term, 1), Occur.SHOULD);
            fields.add(
                field(language, PassageDocuments.HEADING, term, config.headingBoost()),
                Occur.SHOULD);
            fields.add(
                field(language, PassageDocuments.TITLE, term, config.titleBoost()), Occur.SHOULD);
          }
        });
    return fields.build();
  }

  private static Query together(Word first, Word second, float weight) {
    BooleanQuery.Builder languages = new BooleanQuery.Builder();
    for (TextLanguage language : TextLanguage.values()) {
      if (first.isStopWord(language) || second.isStopWord(language)) {
        continue;
      }
      String before = first.in(language).getLast();
      String after = second.in(language).getFirst();
      if (!before.equals(after)) {
        String body = language.field(PassageDocuments.BODY);
        languages.add(
            new BoostQuery(new PhraseQuery(SLOP, body, before, after), weight), Occur.SHOULD);
      }
    }
    return languages.build();
  }

  private static Query field(TextLanguage language, String field, String term, float boost) {
    return new BoostQuery(new TermQuery(new Term(language.field(field), term)), boost);
  }
}
