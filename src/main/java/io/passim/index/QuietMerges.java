package io.passim.index;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.jboss.logging.Logger;

/**
 * Merges in one thread of its own, so that no commit waits for a merge, which takes seconds or
 * minutes where vectors are many. A merge that fails, perhaps because the disk has no room for it,
 * closes its writer; then nothing is merged for a while, so that what is written meanwhile is.
 */
final class QuietMerges extends ConcurrentMergeScheduler {
  private static final Logger LOG = Logger.getLogger(QuietMerges.class);
  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** With more of them waiting, what is written waits too, or there would be ever more segments. */
  private static final int MAX_WAITING = 8;

  private final AtomicLong pausedUntil;
  private final Runnable whenMerged;

  /**
   * The merges of one writer.
   *
   * @param pausedUntil by {@link System#nanoTime}, shared by all writers of an index
   * @param whenMerged called when no more merges wait; it must not wait for this thread
   */
  QuietMerges(AtomicLong pausedUntil, Runnable whenMerged) {
    this.pausedUntil = pausedUntil;
    this.whenMerged = whenMerged;
    setMaxMergesAndThreads(MAX_WAITING, 1);
  }

  @Override
  public synchronized void merge(MergeSource source, MergeTrigger trigger) throws IOException {
    if (System.nanoTime() - pausedUntil.get() >= 0) {
      super.merge(source, trigger);
    }
  }

  @Override
  protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
    super.doMerge(source, merge);
    if (!source.hasPendingMerges()) {
      whenMerged.run();
    }
  }

  @Override
  protected void handleMergeException(Throwable failure) {
    pausedUntil.set(System.nanoTime() + PAUSE_NANOS);
    LOG.warn("Segments of the index could not be merged; it is tried again later", failure);
  }
}
