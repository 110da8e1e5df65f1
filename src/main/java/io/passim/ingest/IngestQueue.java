package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.Problem;
import io.passim.ingest.parse.Cancellation;
import io.passim.store.DocumentRecords;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ingests every document that is not final, in upload order, on a few platform threads.
 *
 * <p>The queue is the table of documents, so that it is bounded by nothing but the disk and
 * survives any crash. Each document is with one thread at a time.
 *
 * <p>A document that disk or database refuse stays unfinished. It is set aside until every other
 * has had its turn, and after each refusal all threads pause, longer from one to the next.
 */
@Singleton
class IngestQueue implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(IngestQueue.class);
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 5_000;

  /** Documents that are indexed while as many as there may be are parsed; they share commits. */
  private static final int INDEXED_MEANWHILE = 16;

  /** No further document is parsed while the texts of those that are indexed are longer. */
  private static final int CHARACTERS_MEANWHILE = 4_000_000;

  private final DocumentRecords documents;
  private final DocumentIngester ingester;
  private final IngestRate rate;
  private final IngestMeters meters;
  private final IngestStall stall;

  // Guarded by this.
  private final Map<DocumentId, Cancellation> running = new HashMap<>();
  private final ParserTurns parsing;
  private final Map<DocumentId, Integer> indexedCharacters = new HashMap<>();
  private final Set<DocumentId> setAside = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private long resumeAt = System.nanoTime();
  private boolean closed;

  @Inject
  IngestQueue(
      DocumentRecords documents,
      DocumentIngester ingester,
      IngestRate rate,
      IngestMeters meters,
      IngestStall stall,
      IngestConfig config) {
    this.documents = documents;
    this.ingester = ingester;
    this.rate = rate;
    this.meters = meters;
    this.stall = stall;
    parsing = new ParserTurns(config.threads(), config.longParse());
  }

  /** Takes up what is not final; a second call does nothing. */
  synchronized void start() {
    while (threads.size() < parsing.most() + INDEXED_MEANWHILE) {
      threads.add(
          Thread.ofPlatform().daemon().name("passim-ingest-" + threads.size()).start(this::work));
    }
  }

  /** Says that there is a document to be ingested. */
  synchronized void wake() {
    notifyAll();
  }

  /** What documents wait for, null if they only wait for their turn. */
  @Nullable Problem stalled() {
    return stall.problem().orElse(null);
  }

  /** How many documents are being taken in at this moment. */
  synchronized int running() {
    return running.size();
  }

  /**
   * Ends the ingest of a document if it is under way; it is then on its way to its end when this
   * returns.
   *
   * @return false if it is not under way; {@code otherwise} has then been done before it can be
   */
  boolean cancel(DocumentId id, Runnable otherwise) {
    Cancellation cancellation;
    synchronized (this) {
      cancellation = running.get(id);
      if (cancellation == null) {
        otherwise.run();
      }
    }
    if (cancellation != null) {
      cancellation.cancel();
    }
    return cancellation != null;
  }

  /** Starts no document any more, and takes no failure for a document's. Returns at once. */
  synchronized void stop() {
    closed = true;
    ingester.stop();
    notifyAll();
  }

  /**
   * {@linkplain #stop Stops} and gives what is under way a moment to end. Nothing is interrupted,
   * since that would close the files of the embedded database; the parser's own end stops a
   * document that is being parsed.
   */
  @Override
  @PreDestroy
  public void close() {
    stop();
    List<Thread> ending;
    synchronized (this) {
      ending = List.copyOf(threads);
    }
    for (Thread thread : ending) {
      try {
        thread.join(STOP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void work() {
    try {
      while (true) {
        Document document = take();
        try {
          IngestMeters.Turn turn = meters.begin();
          IngestOutcome outcome =
              ingester.ingest(
                  document, length -> parsed(document, length, turn), cancellation(document.id()));
          rate.finished(document, outcome);
          turn.finished(outcome);
          LOG.infof("%s (%s): %s", document.id(), document.filename(), describe(outcome));
          settle(document);
        } catch (InterruptedException e) {
          throw e;
        } catch (Throwable e) {
          // An error too: without its thread, no document would be taken in any more.
          LOG.warnf(e, "cannot take in %s for now; it is taken up again", document.id());
          stall.begin(e);
          postpone(document);
        } finally {
          giveBack(document);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("no more documents are taken in", e);
    }
  }

  private synchronized Document take() throws InterruptedException {
    while (true) {
      if (closed) {
        throw new InterruptedException("the queue is closed");
      }
      long delay = TimeUnit.NANOSECONDS.toMillis(resumeAt - System.nanoTime());
      if (delay > 0) {
        wait(delay);
        continue;
      }
      OptionalLong busy = isFull() ? OptionalLong.of(0) : parsing.millisToNext();
      if (busy.isPresent()) {
        wait(busy.getAsLong());
        continue;
      }
      try {
        int passedOver = running.size() + setAside.size();
        List<Document> unfinished = documents.unfinished(passedOver + 1);
        if (unfinished.isEmpty()) {
          stall.end();
        }
        for (Document document : unfinished) {
          if (!setAside.contains(document.id()) && !running.containsKey(document.id())) {
            running.put(document.id(), new Cancellation());
            parsing.begin(document.id());
            rate.began();
            return document;
          }
        }
        if (setAside.isEmpty()) {
          wait();
        }
        setAside.clear();
      } catch (RuntimeException | Error e) {
        LOG.error("cannot read the queue of documents; trying again", e);
        stall.begin(e);
        pause();
      }
    }
  }

  private synchronized void settle(Document document) {
    setAside.remove(document.id());
    pauseMillis = FIRST_PAUSE_MILLIS;
    stall.end();
  }

  private synchronized void postpone(Document document) {
    setAside.add(document.id());
    pause();
  }

  private synchronized void pause() {
    resumeAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
  }

  private boolean isFull() {
    return indexedCharacters.values().stream().mapToLong(Integer::longValue).sum()
        > CHARACTERS_MEANWHILE;
  }

  private synchronized void parsed(Document document, int characters, IngestMeters.Turn turn) {
    turn.parsed();
    parsing.end(document.id());
    indexedCharacters.put(document.id(), characters);
    notifyAll();
  }

  private synchronized void giveBack(Document document) {
    running.remove(document.id());
    parsing.end(document.id());
    indexedCharacters.remove(document.id());
    rate.ended();
    notifyAll();
  }

  private synchronized Cancellation cancellation(DocumentId id) {
    return Objects.requireNonNull(running.get(id));
  }

  private static String describe(IngestOutcome outcome) {
    return switch (outcome) {
      case IngestOutcome.Ready(Document ready) -> "ready, " + ready.passages() + " passages";
      case IngestOutcome.Duplicate(Document _, Document first) -> "repeats " + first.id();
      case IngestOutcome.Failed(Document failed) -> "failed, " + failed.problem();
      case IngestOutcome.Superseded(Document old) -> "superseded by " + old.supersededBy();
      case IngestOutcome.Waiting(Document _, DocumentId first) -> "waits for " + first;
      case IngestOutcome.Withdrawn(DocumentId _) -> "settled meanwhile";
    };
  }
}
