package io.passim.ingest;

import io.passim.document.DocumentId;
import io.passim.document.Passage;
import io.passim.index.IndexedPassages;
import io.passim.index.PassageIndex;
import io.passim.inference.EncoderModel;
import io.passim.inference.GivingWay;
import io.passim.inference.OverloadedException;
import io.passim.inference.ReaderModel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the passages in the index their vectors, one document after the other on a thread of its
 * own. A document is found by its words before; what has vectors and of which encoder is known from
 * the index alone, so nothing is lost or done twice through restarts, rebuilds and a change of the
 * encoder. People's questions go first.
 */
@Singleton
class PassageVectors implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PassageVectors.class);

  private static final long LOOK_MILLIS = 250;
  private static final long PAUSE_MILLIS = 10_000;
  private static final long STOP_MILLIS = 5_000;

  private final PassageIndex index;
  private final EncoderModel encoder;
  private final LibraryLock lock;
  private final IngestMeters meters;
  private final Runnable givingWay;
  private final boolean wanted;
  private final String origin;
  private final CountDownLatch ending = new CountDownLatch(1);
  private @Nullable Thread thread;

  @Inject
  PassageVectors(
      PassageIndex index,
      EncoderModel encoder,
      LibraryLock lock,
      IngestMeters meters,
      ReaderModel reader,
      IngestConfig config) {
    this(index, encoder, lock, meters, GivingWay.beforeEachPassage(reader), config);
  }

  /**
   * @param givingWay runs before each passage
   */
  PassageVectors(
      PassageIndex index,
      EncoderModel encoder,
      LibraryLock lock,
      IngestMeters meters,
      Runnable givingWay,
      IngestConfig config) {
    this.index = index;
    this.encoder = encoder;
    this.lock = lock;
    this.meters = meters;
    this.givingWay = givingWay;
    wanted = config.vectors();
    origin = IndexedPassages.origin(encoder.manifest().fingerprint());
  }

  /** Begins with what has none; a second call does nothing. */
  synchronized void start() {
    if (wanted && thread == null) {
      thread = Thread.ofPlatform().daemon().name("passim-vectors").start(this::work);
    }
  }

  /** Passages that words find and vectors do not yet. */
  int waiting() {
    return wanted ? index.countWithoutVectors(origin) : 0;
  }

  /** Ends after the passage that is being encoded. */
  @Override
  @PreDestroy
  public void close() {
    ending.countDown();
    Thread encoding;
    synchronized (this) {
      encoding = thread;
    }
    if (encoding != null) {
      try {
        // Not interrupted, since that would close the files of the index.
        encoding.join(STOP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work() {
    Set<DocumentId> failed = new HashSet<>();
    long idleAt = -1;
    while (!isEnding()) {
      try {
        long generation = index.generation();
        if (generation == idleAt) {
          pause(LOOK_MILLIS);
          continue;
        }
        Optional<IndexedPassages> next = index.withoutVectors(origin, failed);
        if (next.isEmpty()) {
          idleAt = generation;
        } else if (!encode(next.get())) {
          failed.add(next.get().document().id());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // An error too: without its thread, nothing would be encoded any more.
        LOG.warn("cannot write vectors for now; trying again", e);
        idleAt = -1;
        setBack();
      }
    }
  }

  private void setBack() {
    try {
      pause(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      ending.countDown();
    }
  }

  private boolean isEnding() {
    return ending.getCount() == 0;
  }

  private void pause(long millis) throws InterruptedException {
    var _ = ending.await(millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Encodes a document, and keeps the vectors unless it has changed meanwhile.
   *
   * @return false if the encoder cannot: words still find it
   */
  private boolean encode(IndexedPassages passages) {
    long began = System.nanoTime();
    List<float[]> vectors = new ArrayList<>();
    try {
      for (Passage passage : passages.passages()) {
        if (isEnding()) {
          return true;
        }
        givingWay.run();
        vectors.add(encoder.encodePassage(passages.encodable(passage)));
      }
    } catch (OverloadedException e) {
      // It is shutting down, and would refuse every other document too.
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "cannot encode %s", passages.document().id());
      return false;
    }
    lock.with(() -> {
      boolean same = index.find(passages.document().id()).filter(passages::equals).isPresent();
      return same ? index.putVectors(passages, origin, vectors) : index.generation();
    });
    meters.encoded(System.nanoTime() - began);
    return true;
  }
}
