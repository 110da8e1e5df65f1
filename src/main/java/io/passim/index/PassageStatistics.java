package io.passim.index;

import io.passim.document.DocumentScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;

/**
 * The statistics of the passages that are in some collections now, by segment: what Lucene counts
 * for the whole index, deleted passages included, until it merges them away. What a segment holds
 * is counted once, and after a deletion what was deleted. It is forgotten when nobody searches the
 * segment any more.
 *
 * <p>Safe for use by several threads.
 */
final class PassageStatistics {
  /** Sets of collections whose counts are kept for a segment; the one longest unused goes first. */
  private static final int MAX_SETS = 64;

  private final Map<IndexReader.CacheKey, Map<Set<String>, SegmentStatistics>> known =
      new ConcurrentHashMap<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /** How often what a search needs of a segment was known. */
  StatisticsLookups lookups() {
    return new StatisticsLookups(hits.sum(), misses.sum());
  }

  /**
   * Searches the same state of the index, and scores by these statistics.
   *
   * @param collections whose passages count; all if there are none
   */
  CollectionSearcher searcher(IndexSearcher searcher, Set<String> collections) throws IOException {
    List<SegmentStatistics> statistics = new ArrayList<>();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      LeafReader reader = segment.reader();
      SegmentStatistics written =
          known(
              reader.getCoreCacheHelper(),
              collections,
              () ->
                  collections.isEmpty()
                      ? SegmentStatistics.ofAll()
                      : SegmentStatistics.of(
                          BitSet.of(within(searcher, segment, collections), reader.maxDoc())));
      Bits live = reader.getLiveDocs();
      statistics.add(
          live == null
              ? written
              : known(
                  reader.getReaderCacheHelper(),
                  collections,
                  () -> written.without(deleted(within(searcher, segment, collections), live))));
    }
    return new CollectionSearcher(searcher, statistics);
  }

  private SegmentStatistics known(
      IndexReader.CacheHelper helper, Set<String> collections, Count count) throws IOException {
    Map<Set<String>, SegmentStatistics> sets = known.get(helper.getKey());
    if (sets == null) {
      sets = known.computeIfAbsent(helper.getKey(), _ -> new Latest());
      helper.addClosedListener(known::remove);
    }
    SegmentStatistics found;
    synchronized (sets) {
      found = sets.get(collections);
    }
    if (found != null) {
      hits.increment();
    } else {
      misses.increment();
      found = count.run();
      synchronized (sets) {
        sets.put(collections, found);
      }
    }
    return found;
  }

  /** Passages of the collections, deleted ones too. */
  private static DocIdSetIterator within(
      IndexSearcher searcher, LeafReaderContext segment, Set<String> collections)
      throws IOException {
    Query all = ScopeQuery.within(MatchAllDocsQuery.INSTANCE, DocumentScope.within(collections));
    Scorer scorer =
        searcher
            .createWeight(searcher.rewrite(all), ScoreMode.COMPLETE_NO_SCORES, 1)
            .scorer(segment);
    return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
  }

  private static BitSet deleted(DocIdSetIterator passages, Bits live) throws IOException {
    DocIdSetIterator deleted =
        new FilteredDocIdSetIterator(passages) {
          @Override
          protected boolean match(int doc) {
            return !live.get(doc);
          }
        };
    return BitSet.of(deleted, live.length());
  }

  @FunctionalInterface
  private interface Count {
    SegmentStatistics run() throws IOException;
  }

  /** The sets that were asked for last. */
  private static final class Latest extends LinkedHashMap<Set<String>, SegmentStatistics> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Set<String>, SegmentStatistics> eldest) {
      return size() > MAX_SETS;
    }
  }
}
