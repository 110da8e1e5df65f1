package io.passim.index;

import io.passim.document.DocumentScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of the passages that are in some collections now, by segment: what Lucene counts
 * for the whole index, deleted passages included, until it merges them away. A segment is counted
 * again once passages of it were deleted, and forgotten when nobody searches it any more.
 *
 * <p>Safe for use by several threads.
 */
final class PassageStatistics {
  /** Sets of collections whose counts are kept for a segment; the one longest unused goes first. */
  private static final int MAX_SETS = 64;

  private final Map<IndexReader.CacheKey, Map<Set<String>, SegmentStatistics>> segments =
      new ConcurrentHashMap<>();

  /**
   * Searches the same state of the index, and scores by these statistics.
   *
   * @param collections whose passages count; all if there are none
   */
  CollectionSearcher searcher(IndexSearcher searcher, Set<String> collections) throws IOException {
    List<SegmentStatistics> statistics = new ArrayList<>();
    Weight weight = null;
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Map<Set<String>, SegmentStatistics> known = known(segment);
      SegmentStatistics found;
      synchronized (known) {
        found = known.get(collections);
      }
      if (found == null) {
        weight = weight == null ? passagesOf(searcher, collections) : weight;
        found = new SegmentStatistics(counted(segment, weight, collections));
        synchronized (known) {
          known.put(collections, found);
        }
      }
      statistics.add(found);
    }
    return new CollectionSearcher(searcher, statistics);
  }

  private Map<Set<String>, SegmentStatistics> known(LeafReaderContext segment) {
    IndexReader.CacheHelper helper = segment.reader().getReaderCacheHelper();
    Map<Set<String>, SegmentStatistics> known = segments.get(helper.getKey());
    if (known == null) {
      known = segments.computeIfAbsent(helper.getKey(), _ -> new Latest());
      helper.addClosedListener(segments::remove);
    }
    return known;
  }

  private static Weight passagesOf(IndexSearcher searcher, Set<String> collections)
      throws IOException {
    Query all = ScopeQuery.within(MatchAllDocsQuery.INSTANCE, DocumentScope.within(collections));
    return searcher.createWeight(searcher.rewrite(all), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /** Null if every passage of the segment counts. */
  private static @Nullable BitSet counted(
      LeafReaderContext segment, Weight weight, Set<String> collections) throws IOException {
    Bits live = segment.reader().getLiveDocs();
    if (live == null && collections.isEmpty()) {
      return null;
    }
    Scorer scorer = weight.scorer(segment);
    DocIdSetIterator within = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    DocIdSetIterator there =
        live == null
            ? within
            : new FilteredDocIdSetIterator(within) {
              @Override
              protected boolean match(int doc) {
                return live.get(doc);
              }
            };
    return BitSet.of(there, segment.reader().maxDoc());
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
