package io.passim.index;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** Makes searchers that score by BM25 as it is configured. */
final class Bm25Searchers extends SearcherFactory {
  private final BM25Similarity similarity;

  Bm25Searchers(IndexConfig config) {
    similarity = new BM25Similarity(config.bm25K1(), config.bm25B());
  }

  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity);
    return searcher;
  }
}
