package io.passim.index;

import static org.apache.lucene.index.PostingsEnum.NONE;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * How often words stand in some passages of a segment. What was counted once is kept. Holds no
 * reader; safe for use by several threads.
 */
final class SegmentStatistics {
  /** Words whose counts are kept, of a few dozen bytes each. */
  private static final int MAX_TERMS = 10_000;

  /** What the others are left out of; null if they are those that are counted. */
  private final @Nullable SegmentStatistics whole;

  /** Null for all passages. */
  private final @Nullable BitSet passages;

  private final Map<Term, Integer> uncounted = new ConcurrentHashMap<>();
  private final Map<String, FieldLengths> lengths = new ConcurrentHashMap<>();

  /**
   * A field of the passages that are counted.
   *
   * @param passages that have words in it
   * @param words in all of them, as exact as the index keeps the length of a passage
   */
  record FieldLengths(int passages, long words) {}

  private SegmentStatistics(@Nullable SegmentStatistics whole, @Nullable BitSet passages) {
    this.whole = whole;
    this.passages = passages;
  }

  /** Of all passages, deleted ones too. */
  static SegmentStatistics ofAll() {
    return new SegmentStatistics(null, null);
  }

  static SegmentStatistics of(BitSet passages) {
    return new SegmentStatistics(null, passages);
  }

  /** The same without some that are counted here; the fewer they are, the sooner it is told. */
  SegmentStatistics without(BitSet others) {
    return new SegmentStatistics(this, others);
  }

  /**
   * In how many passages of the segment a word stands that are not counted.
   *
   * @param reader of the segment
   */
  int uncounted(LeafReader reader, Term term) throws IOException {
    if (passages == null) {
      return 0;
    }
    Integer known = uncounted.get(term);
    if (known != null) {
      return known;
    }
    int within = count(reader.postings(term, NONE), passages);
    int missing =
        whole == null ? reader.docFreq(term) - within : whole.uncounted(reader, term) + within;
    if (uncounted.size() >= MAX_TERMS) {
      uncounted.clear();
    }
    uncounted.put(term, missing);
    return missing;
  }

  /**
   * How long a field is.
   *
   * @param reader of the segment
   */
  FieldLengths lengths(LeafReader reader, String field) throws IOException {
    FieldLengths known = lengths.get(field);
    if (known == null) {
      FieldLengths own = measure(reader.getNormValues(field));
      known = whole == null ? own : difference(whole.lengths(reader, field), own);
      lengths.put(field, known);
    }
    return known;
  }

  private static FieldLengths difference(FieldLengths all, FieldLengths others) {
    return new FieldLengths(all.passages - others.passages, all.words - others.words);
  }

  private static int count(@Nullable PostingsEnum postings, BitSet among) throws IOException {
    if (postings == null) {
      return 0;
    }
    DocIdSetIterator both = ConjunctionUtils.intersectIterators(List.of(postings, over(among)));
    int count = 0;
    while (both.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      count++;
    }
    return count;
  }

  private FieldLengths measure(@Nullable NumericDocValues norms) throws IOException {
    if (norms == null) {
      return new FieldLengths(0, 0);
    }
    DocIdSetIterator all =
        passages == null
            ? norms
            : ConjunctionUtils.intersectIterators(List.of(norms, over(passages)));
    int counted = 0;
    long words = 0;
    while (all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int length = SmallFloat.byte4ToInt((byte) norms.longValue());
      counted += length > 0 ? 1 : 0;
      words += length;
    }
    return new FieldLengths(counted, words);
  }

  private static DocIdSetIterator over(BitSet set) {
    return new BitSetIterator(set, set.approximateCardinality());
  }
}
