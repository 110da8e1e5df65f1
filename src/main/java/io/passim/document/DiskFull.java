package io.passim.document;

/**
 * Tells a full disk from other failures, whichever store has met it. Any thread may ask, and is
 * answered at once.
 */
public interface DiskFull {
  /** What people are told. */
  Problem PROBLEM =
      new Problem(
          "storage_full", "The server's disk is full; what was not acknowledged is not stored.");

  /** Whether a full disk is behind a failure, as far as its causes or the disk itself tell. */
  boolean isBehind(Throwable failure);
}
