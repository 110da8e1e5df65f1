package io.passim.ingest;

import io.passim.rank.CollectionThresholds;
import io.passim.rank.Thresholds;
import io.passim.store.CollectionRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of the stored collections, read when they are first asked for after a change.
 *
 * <p>Any thread may call any method.
 */
@Singleton
class StoredThresholds implements CollectionThresholds {
  private final CollectionRecords collections;

  /**
   * Reading and forgetting exclude each other: what was read before a change cannot be kept after
   * it.
   */
  private final ReentrantLock lock = new ReentrantLock();

  private volatile @Nullable Thresholds known;

  @Inject
  StoredThresholds(CollectionRecords collections) {
    this.collections = collections;
  }

  @Override
  public Thresholds now() {
    Thresholds current = known;
    return current == null ? read() : current;
  }

  /** Collections were changed or deleted: to be called after the records say so. */
  void changed() {
    lock.lock();
    try {
      known = null;
    } finally {
      lock.unlock();
    }
  }

  private Thresholds read() {
    lock.lock();
    try {
      Thresholds read = known == null ? new Thresholds(collections.thresholds()) : known;
      known = read;
      return read;
    } finally {
      lock.unlock();
    }
  }
}
