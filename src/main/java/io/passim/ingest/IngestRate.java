package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast documents were taken in during the last minutes. Any thread may call any method. */
@Singleton
class IngestRate {
  private static final long WINDOW_NANOS = Duration.ofMinutes(5).toNanos();

  /**
   * One document that was parsed.
   *
   * @param nanos time with a document under way since one ended before
   */
  private record Finished(long at, long nanos, long bytes, int pages) {}

  /** Per second. */
  record Rate(double bytes, double pages) {}

  private final Deque<Finished> finished = new ArrayDeque<>();
  private int underWay;
  private long countedTo;

  /** A document's turn has come. */
  synchronized void began() {
    if (underWay++ == 0) {
      countedTo = System.nanoTime();
    }
  }

  /** A document is no longer under way, however it came out. */
  synchronized void ended() {
    underWay--;
  }

  /**
   * Counts what was read; what failed, or was indexed from a stored text, says nothing.
   *
   * @param document before its ingest, and still under way
   */
  synchronized void finished(Document document, IngestOutcome outcome) {
    long now = System.nanoTime();
    long nanos = now - countedTo;
    countedTo = now;
    if (outcome instanceof IngestOutcome.Ready(Document ready)
        && document.status() != DocumentStatus.INDEXING) {
      finished.add(new Finished(now, nanos, ready.bytes(), ready.pages()));
    }
  }

  /** Of all documents together; empty if nothing was read lately. */
  synchronized Optional<Rate> rate() {
    long since = System.nanoTime() - WINDOW_NANOS;
    finished.removeIf(each -> each.at() - since < 0);
    double seconds = 1e-9 * finished.stream().mapToLong(Finished::nanos).sum();
    return seconds <= 0
        ? Optional.empty()
        : Optional.of(
            new Rate(
                finished.stream().mapToLong(Finished::bytes).sum() / seconds,
                finished.stream().mapToLong(Finished::pages).sum() / seconds));
  }
}
