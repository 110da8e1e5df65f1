package io.passim.index;

import io.passim.index.SegmentStatistics.FieldLengths;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;

/**
 * Scores as if the index held some passages and no others, so that neither those of other
 * collections nor deleted ones have a say. It finds all passages nevertheless: the query keeps to a
 * scope. Used by one thread.
 */
final class CollectionSearcher extends IndexSearcher {
  private final List<SegmentStatistics> segments;

  /**
   * Of the state of the index that another searcher searches.
   *
   * @param segments statistics of each of its segments
   */
  CollectionSearcher(IndexSearcher searcher, List<SegmentStatistics> segments) {
    super(searcher.getIndexReader());
    this.segments = segments;
    setSimilarity(searcher.getSimilarity());
  }

  /** A word that is in none of the passages scores none; Lucene wants at least one. */
  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    long counted = docFreq;
    for (int i = 0; i < segments.size(); i++) {
      counted -= segments.get(i).uncounted(segment(i), term);
    }
    long passages = Math.max(1, counted);
    // BM25 does not ask how often the word comes in all.
    return new TermStatistics(term.bytes(), passages, passages);
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) throws IOException {
    long passages = 0;
    long words = 0;
    for (int i = 0; i < segments.size(); i++) {
      FieldLengths lengths = segments.get(i).lengths(segment(i), field);
      passages += lengths.passages();
      words += lengths.words();
    }
    passages = Math.max(1, passages);
    words = Math.max(passages, words);
    return new CollectionStatistics(field, passages, passages, words, words);
  }

  private LeafReader segment(int at) {
    return getIndexReader().leaves().get(at).reader();
  }
}
