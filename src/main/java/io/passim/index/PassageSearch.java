package io.passim.index;

import io.passim.document.DocumentScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * One search in one state of the index: finds by words and by vectors, and gives each hit both
 * scores, whichever found it. Used by one thread.
 */
final class PassageSearch {
  private static final Sort BY_SCORE =
      new Sort(SortField.FIELD_SCORE, new SortField(PassageDocuments.KEY, SortField.Type.STRING));

  private final IndexSearcher searcher;
  private final PassageQuery query;
  private final QuestionTerms terms;

  /** What is known of a candidate, in the order in which it was found. */
  private final Map<Integer, Candidate> candidates = new LinkedHashMap<>();

  private static final class Candidate {
    private final List<TermWeight> terms = new ArrayList<>();
    private @Nullable Double similarity;

    PassageScore score() {
      terms.sort(Comparator.comparingDouble(TermWeight::weight).reversed());
      return new PassageScore(
          terms.stream().mapToDouble(TermWeight::weight).sum(), similarity, terms);
    }
  }

  PassageSearch(IndexSearcher searcher, PassageQuery query, QuestionTerms terms) {
    this.searcher = searcher;
    this.query = query;
    this.terms = terms;
  }

  PassageHits run(PassageSelection selection) throws IOException {
    if (!terms.byWord().isEmpty()) {
      addAll(
          searcher.search(ScopeQuery.within(terms.any(), query.scope()), query.limit(), BY_SCORE)
              .scoreDocs);
    }
    QuestionVector vector = query.vector();
    if (vector != null) {
      addAll(searcher.search(nearest(vector), query.limit(), BY_SCORE).scoreDocs);
    }
    List<Integer> ascending = candidates.keySet().stream().sorted().toList();
    for (Map.Entry<String, Query> word : terms.byWord().entrySet()) {
      weigh(word.getKey(), word.getValue(), ascending);
    }
    for (Map.Entry<String, Query> pair : terms.byPair().entrySet()) {
      weigh(pair.getKey(), pair.getValue(), ascending);
    }
    if (vector != null) {
      compare(vector, ascending);
    }
    List<PassageScore> scores = candidates.values().stream().map(Candidate::score).toList();
    return new PassageHits(
        hits(selection.select(scores), scores), scores, CommittingWriter.generation(searcher));
  }

  private void addAll(ScoreDoc[] found) {
    for (ScoreDoc hit : found) {
      candidate(hit.doc);
    }
  }

  private Candidate candidate(int doc) {
    return candidates.computeIfAbsent(doc, _ -> new Candidate());
  }

  private Query nearest(QuestionVector vector) {
    Query filter =
        query.scope().equals(DocumentScope.EVERYWHERE)
            ? null
            : ScopeQuery.within(MatchAllDocsQuery.INSTANCE, query.scope());
    return new KnnFloatVectorQuery(
        PassageDocuments.vector(vector.encoder()), vector.components(), query.limit(), filter);
  }

  /** Adds what a word or pair is worth to each candidate that has it. */
  private void weigh(String term, Query query, List<Integer> ascending) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    for (Leaf leaf : leaves(ascending)) {
      Scorer scorer = weight.scorer(leaf.context);
      if (scorer == null) {
        continue;
      }
      TwoPhaseIterator positions = scorer.twoPhaseIterator();
      DocIdSetIterator at = positions == null ? scorer.iterator() : positions.approximation();
      for (int doc : leaf.docs) {
        int local = doc - leaf.context.docBase;
        if ((at.docID() < local ? at.advance(local) : at.docID()) == local
            && (positions == null || positions.matches())) {
          candidate(doc).terms.add(new TermWeight(term, scorer.score()));
        }
      }
    }
  }

  private void compare(QuestionVector vector, List<Integer> ascending) throws IOException {
    String field = PassageDocuments.vector(vector.encoder());
    for (Leaf leaf : leaves(ascending)) {
      FloatVectorValues vectors = leaf.context.reader().getFloatVectorValues(field);
      if (vectors == null) {
        continue;
      }
      KnnVectorValues.DocIndexIterator at = vectors.iterator();
      for (int doc : leaf.docs) {
        int local = doc - leaf.context.docBase;
        if ((at.docID() < local ? at.advance(local) : at.docID()) == local) {
          candidate(doc).similarity = cosine(vector.components(), vectors.vectorValue(at.index()));
        }
      }
    }
  }

  /**
   * Of two vectors of length 1. Lucene's own product adds in an order that changes when it is
   * compiled, and the same question is to have the same confidence to the last bit.
   */
  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return Math.clamp(sum, -1, 1);
  }

  private List<PassageHit> hits(List<Integer> selected, List<PassageScore> scores)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Integer> docs = List.copyOf(candidates.keySet());
    List<PassageHit> hits = new ArrayList<>();
    for (int place : selected) {
      Document fields = stored.document(docs.get(place));
      hits.add(
          new PassageHit(
              PassageDocuments.document(fields),
              PassageDocuments.passage(fields),
              scores.get(place)));
    }
    return hits;
  }

  /** Candidates of one segment, ascending. */
  private record Leaf(LeafReaderContext context, List<Integer> docs) {}

  private List<Leaf> leaves(List<Integer> ascending) {
    List<LeafReaderContext> contexts = searcher.getIndexReader().leaves();
    Map<Integer, List<Integer>> docs = new LinkedHashMap<>();
    for (int doc : ascending) {
      docs.computeIfAbsent(ReaderUtil.subIndex(doc, contexts), _ -> new ArrayList<>()).add(doc);
    }
    return docs.entrySet().stream()
        .map(leaf -> new Leaf(contexts.get(leaf.getKey()), leaf.getValue()))
        .toList();
  }
}
