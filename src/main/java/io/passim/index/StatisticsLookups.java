package io.passim.index;

/**
 * How often searches found the statistics of a segment, for the collections that they asked, as
 * they were kept, and how often they had to count anew, since the index was opened.
 */
public record StatisticsLookups(long hits, long misses) {
  /** Of an index that keeps none. */
  static final StatisticsLookups NONE = new StatisticsLookups(0, 0);
}
