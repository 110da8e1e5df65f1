package io.passim.inference;

import java.util.function.BooleanSupplier;

/** A loaded reader. Shared between threads; hides the engine that runs it. */
public interface ReaderModel {
  /** What the model says of itself. */
  ModelManifest manifest();

  /** Where it runs. */
  Device device();

  /** Takes a place for a reading that somebody waits for, at once. */
  default ReaderLease lease(BooleanSupplier cancelled) {
    return lease(cancelled, false);
  }

  /**
   * Takes a place for one reading, at once.
   *
   * @param cancelled asked while the reading waits; once true its next call throws {@link
   *     java.util.concurrent.CancellationException}
   * @param background whether nobody waits for it: it is read where no other reading has work that
   *     waits, and nothing gives way to it
   * @throws OverloadedException if as many readings wait as may wait
   */
  ReaderLease lease(BooleanSupplier cancelled, boolean background);

  /** What has been done since it was loaded, for all leases together. */
  ReaderStatistics statistics();

  /** Readings that are under way or wait. */
  int places();

  /** Those of them that somebody waits for. */
  int foregroundPlaces();
}
