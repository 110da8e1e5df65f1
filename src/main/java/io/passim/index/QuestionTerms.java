package io.passim.index;

import io.passim.index.SearchedWords.Compound;
import io.passim.index.SearchedWords.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * <p>What a hyphen joins is searched for as one word too: "e-mail" finds "email". That counts only
 * where the parts do not follow each other, so that "e-mail" itself, which the index holds in both
 * ways, counts as its parts do and not twice.
 *
 * @param byWord those of {@link SearchedWords}, in the question's order, then the joined ones
 * @param byPair two words of {@code byWord} that follow each other, stop words between them left
 *     out, such as "paid leave": found where they stand close together in a passage's own words
 */
record QuestionTerms(Map<String, Query> byWord, Map<String, Query> byPair) {
  private static final List<String> FIELDS =
      List.of(PassageDocuments.BODY, PassageDocuments.HEADING, PassageDocuments.TITLE);

  /** How many words may stand between the two; with none, they may also be the other way round. */
  private static final int SLOP = 2;

  static QuestionTerms of(String text, IndexConfig config) {
    SearchedWords searched = SearchedWords.of(text);
    List<Word> words = searched.words();
    Map<String, Query> byWord = new LinkedHashMap<>();
    Map<String, Query> byPair = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      byWord.put(word.text(), anywhere(word, List.of(), config));
      if (i > 0 && config.pairWeight() > 0) {
        Word before = words.get(i - 1);
        byPair.put(before.text() + ' ' + word.text(), together(before, word, config.pairWeight()));
      }
    }
    for (Compound compound : searched.compounds()) {
      Word joined = compound.joined();
      byWord.put(joined.text(), anywhere(joined, compound.parts(), config));
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

  /** Finds a word; where it is that of some parts, only if they do not stand there. */
  private static Query anywhere(Word word, List<Word> parts, IndexConfig config) {
    Map<String, Float> boosts =
        Map.of(
            PassageDocuments.BODY, 1f,
            PassageDocuments.HEADING, config.headingBoost(),
            PassageDocuments.TITLE, config.titleBoost());
    BooleanQuery.Builder fields = new BooleanQuery.Builder();
    for (Map.Entry<TextLanguage, List<String>> entry : word.terms().entrySet()) {
      TextLanguage language = entry.getKey();
      for (String name : FIELDS) {
        String field = language.field(name);
        PhraseQuery apart = phrase(field, parts, language);
        for (String term : entry.getValue()) {
          Query found = without(apart, new TermQuery(new Term(field, term)));
          fields.add(new BoostQuery(found, Objects.requireNonNull(boosts.get(name))), Occur.SHOULD);
        }
      }
    }
    return fields.build();
  }

  private static Query without(PhraseQuery phrase, Query query) {
    return phrase.getTerms().length < 2
        ? query
        : new BooleanQuery.Builder().add(query, Occur.MUST).add(phrase, Occur.MUST_NOT).build();
  }

  /** Words that follow each other; a stop word among them leaves its place to any other. */
  private static PhraseQuery phrase(String field, List<Word> words, TextLanguage language) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      for (String term : words.get(i).in(language)) {
        phrase.add(new Term(field, term), i);
      }
    }
    return phrase.build();
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
}
