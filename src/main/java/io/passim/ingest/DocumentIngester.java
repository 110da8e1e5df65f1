package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentStatus;
import io.passim.document.Passage;
import io.passim.document.Problem;
import io.passim.inference.GivingWay;
import io.passim.inference.ReaderModel;
import io.passim.ingest.parse.Cancellation;
import io.passim.ingest.parse.ParseResult.Failed;
import io.passim.ingest.parse.ParseResult.Parsed;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.store.CollectionRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one document from its original to the index.
 *
 * <p>Each step can be done again: a document whose ingest was cut short is simply ingested anew. A
 * document may be deleted at any moment; its ingest then leaves nothing behind. Any thread may
 * call, for different documents at the same time.
 */
@Singleton
public class DocumentIngester {
  private static final Logger LOG = Logger.getLogger(DocumentIngester.class);

  /** Progress is written down in steps of this size, */
  private static final double STEP = 0.05;

  /**
   * and not before so much time: most files are read by then, and a commit takes as long as they.
   */
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** For people's questions, of which one takes about as long. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  private static final String DEFAULT_LANGUAGE = "en";

  private static final Problem TOO_LARGE =
      new Problem(
          "too_large",
          "Taking the document in needs more memory than the server has. Split it, or give the"
              + " server more memory.");
  private static final Problem BUG =
      new Problem(
          "internal_error",
          "The server failed to take the document in; its log says why. Delete the document and"
              + " upload it again.");

  private final CollectionRecords collections;
  private final TextSource source;
  private final PassageSplitter splitter;
  private final DocumentJournal journal;
  private final GroupCommit commits;
  private final Runnable givingWay;
  private volatile boolean stopping;

  @Inject
  DocumentIngester(
      CollectionRecords collections,
      TextSource source,
      PassageSplitter splitter,
      DocumentJournal journal,
      GroupCommit commits,
      ReaderModel reader) {
    this(collections, source, splitter, journal, commits, new GivingWay(reader, LONGEST_WAIT));
  }

  /**
   * @param givingWay runs before what a document costs this process
   */
  DocumentIngester(
      CollectionRecords collections,
      TextSource source,
      PassageSplitter splitter,
      DocumentJournal journal,
      GroupCommit commits,
      Runnable givingWay) {
    this.collections = collections;
    this.source = source;
    this.splitter = splitter;
    this.journal = journal;
    this.commits = commits;
    this.givingWay = givingWay;
  }

  /**
   * Brings a document that is not final to its end. A fault of the server's own is a {@link
   * IngestOutcome.Failed} too: with {@code too_large} if its memory ran out, else with {@code
   * internal_error}. Where disk or database refuse, the document stays as it is: that exception is
   * thrown, and the document can be ingested again.
   *
   * @param parsed is told the length of the text when that has been parsed or found; not called if
   *     there is none
   * @param cancellation ends the ingest with {@code cancelled} if it comes before the index
   * @throws InterruptedException if the server stops; the document is taken up at the next start,
   *     and what failed after {@link #stop} has not been written down
   */
  public IngestOutcome ingest(Document document, IntConsumer parsed, Cancellation cancellation)
      throws InterruptedException {
    try {
      DocumentId first = document.duplicateOf();
      if (first != null) {
        Optional<IngestOutcome> settled = journal.recordDuplicate(document, first);
        if (settled.isPresent()) {
          return settled.get();
        }
      }
      Document own = begin(document.duplicateOf(null));
      return switch (source.read(own, progressOf(own), cancellation)) {
        case Failed(Problem problem) -> fail(own, problem);
        case Parsed text -> {
          parsed.accept(text.text().text().length());
          yield index(own, text, cancellation);
        }
      };
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      if (StorageFailures.isOne(e)) {
        throw e;
      }
      LOG.errorf(e, "cannot take in %s (%s)", document.id(), document.filename());
      return fail(document.duplicateOf(null), e instanceof OutOfMemoryError ? TOO_LARGE : BUG);
    }
  }

  private IngestOutcome index(Document document, Parsed parsed, Cancellation cancellation)
      throws InterruptedException {
    givingWay.run();
    String language = languageOf(document, parsed.language());
    Document indexing =
        document
            .parsed(metadata(document, parsed), language, parsed.text().pages().size())
            .withoutTextOn(parsed.text().pagesWithoutText())
            .at(DocumentStatus.INDEXING, DocumentJournal.PARSED);
    if (!journal.recordText(indexing, parsed.text(), parsed.words())) {
      return new IngestOutcome.Withdrawn(document.id());
    }
    List<Passage> passages = splitter.split(document.id(), parsed.text(), language);
    return cancellation.isCancelled()
        ? fail(indexing, Cancellation.PROBLEM)
        : commits.recordReady(indexing, passages);
  }

  /** From now on a failure is taken for the server's end, not for the document's. */
  void stop() {
    stopping = true;
  }

  private IngestOutcome fail(Document document, Problem problem) throws InterruptedException {
    if (stopping) {
      throw new InterruptedException("the server stops while it takes in " + document.id());
    }
    return journal.recordFailed(document, problem)
        ? new IngestOutcome.Failed(document.failed(problem))
        : new IngestOutcome.Withdrawn(document.id());
  }

  /** What has been parsed before is only indexed. */
  private Document begin(Document document) {
    if (document.status() == DocumentStatus.INDEXING) {
      return document;
    }
    Document started = document.started(DocumentJournal.now());
    journal.record(started);
    return started;
  }

  private DoubleConsumer progressOf(Document document) {
    double[] recorded = {0};
    long[] recordedAt = {System.nanoTime()};
    return part -> {
      double progress = part * DocumentJournal.PARSED;
      long now = System.nanoTime();
      if (progress >= recorded[0] + STEP && now - recordedAt[0] >= STEP_NANOS) {
        recorded[0] = progress;
        recordedAt[0] = now;
        journal.record(document.at(DocumentStatus.PARSING, progress));
      }
    };
  }

  private static DocumentMetadata metadata(Document document, Parsed parsed) {
    return document.metadata().parsed(parsed.title(), parsed.author(), parsed.date());
  }

  private String languageOf(Document document, @Nullable String detected) {
    return Optional.ofNullable(detected)
        .or(() -> collections.find(document.collectionId()).map(DocumentCollection::language))
        .orElse(DEFAULT_LANGUAGE);
  }
}
