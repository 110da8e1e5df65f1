package io.passim.rank;

/** The thresholds that administrators have chosen for collections. Shared between threads. */
public interface CollectionThresholds {
  /** No collection has one of its own. */
  CollectionThresholds NONE = () -> Thresholds.NONE;

  /** Those in force: a change is met by the next call after it has returned. */
  Thresholds now();
}
