package io.passim.ingest;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps documents from being indexed, superseded and deleted at the same time. One lock serves all,
 * since one change may touch several documents, and the index takes one change at a time anyway.
 */
@Singleton
class LibraryLock {
  private final Lock lock = new ReentrantLock();

  <T> T with(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
