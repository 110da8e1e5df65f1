package io.passim.ingest;

import io.passim.document.DocumentId;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Keeps a document from being indexed and deleted at the same time. Few locks serve all documents,
 * so nothing may be locked while one is held.
 */
@Singleton
class DocumentLocks {
  private static final int LOCKS = 64;

  private final Lock[] locks =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toArray(Lock[]::new);

  <T> T with(DocumentId id, Supplier<T> action) {
    Lock lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
