package io.passim.store;

import org.jdbi.v3.core.Jdbi;

/**
 * Makes commits outlive a loss of power. H2 hands each commit to the operating system at once
 * ({@code WRITE_DELAY=0}), where it outlives the process, but has it written to the disk only now
 * and then. What a client is told to be safe must wait for the disk; what can be done again, such
 * as progress, need not.
 */
final class DurableCommits {
  private DurableCommits() {}

  /** Returns when everything that has been committed is on stable storage. */
  static void force(Jdbi jdbi) {
    jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
  }
}
