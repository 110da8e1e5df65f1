package io.passim.ingest;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.index.PassageHit;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import io.passim.inference.TestEncoders;
import io.passim.ingest.parse.DocumentParser;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.store.DiskReserve;
import io.passim.store.TestRecords;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A library over a data directory, put together as the server does, and opened as often. */
final class TestLibrary implements AutoCloseable {
  static final int MAX_BYTES = 1000;

  final TestRecords records;
  final PassageIndex index;
  final DocumentLibrary documents;
  final CollectionLibrary collections;
  final StoredThresholds thresholds;
  final IndexRestoration restoration;
  final IndexReconciliation reconciliation;
  final IngestQueue queue;
  final PassageVectors vectors;
  final DocumentIngester ingester;
  final LibraryLock lock = new LibraryLock();
  final GroupCommit commits;

  /** How often vectors let questions go first. */
  final AtomicInteger ingestGaveWay = new AtomicInteger();

  final AtomicInteger vectorsGaveWay = new AtomicInteger();

  final DocumentAdmission admission;

  TestLibrary(Path directory, PassageIndex index, DocumentParser parser, int threads) {
    this(directory, index, parser, threads, MAX_BYTES);
  }

  TestLibrary(
      Path directory, PassageIndex index, DocumentParser parser, int threads, long maxBytes) {
    this(directory, index, parser, threads, maxBytes, Duration.ofMinutes(1));
  }

  TestLibrary(
      Path directory,
      PassageIndex index,
      DocumentParser parser,
      int threads,
      long maxBytes,
      Duration longParse) {
    this(TestRecords.open(directory), directory, index, parser, threads, maxBytes, longParse);
  }

  TestLibrary(
      TestRecords records,
      Path directory,
      PassageIndex index,
      DocumentParser parser,
      int threads,
      long maxBytes,
      Duration longParse) {
    this.index = index;
    this.records = records;
    IngestConfig config = config(threads, maxBytes, longParse);
    DocumentEvents events = new DocumentEvents(records.documents());
    IngestRate rate = new IngestRate();
    IngestMeters meters = new IngestMeters(new SimpleMeterRegistry());
    PassageSplitter splitter = new PassageSplitter();
    DocumentJournal journal =
        new DocumentJournal(records.documents(), records.texts(), index, lock, events);
    commits = new GroupCommit(records.documents(), index, lock, journal);
    ingester =
        new DocumentIngester(
            records.collections(),
            new TextSource(records.originals(), records.texts(), parser),
            splitter,
            journal,
            commits,
            ingestGaveWay::incrementAndGet);
    queue =
        new IngestQueue(
            records.documents(),
            ingester,
            rate,
            meters,
            new IngestStall(records.diskFull()),
            config);
    admission = new DocumentAdmission(records.originals(), records.documents(), config);
    vectors =
        new PassageVectors(
            index, TestEncoders.shipped(), lock, meters, vectorsGaveWay::incrementAndGet, config);
    documents =
        new DocumentLibrary(
            records.documents(),
            records.originals(),
            records.texts(),
            admission,
            new DocumentRemoval(
                records.documents(),
                records.texts(),
                index,
                admission,
                lock,
                new DiskReserve(() -> directory, records.diskFull())),
            queue,
            events,
            new IngestCancellation(records.documents(), queue, journal),
            new MetadataEditor(records.documents(), records.texts(), splitter, commits, lock),
            rate,
            vectors);
    thresholds = new StoredThresholds(records.collections());
    collections = new CollectionLibrary(records.collections(), documents, thresholds, watch(null));
    restoration = new IndexRestoration(records.documents());
    reconciliation = new IndexReconciliation(records.documents(), index, restoration);
  }

  /** What the server does at start, without the samples. */
  TestLibrary start() {
    new Leftovers(records.documents(), records.originals(), records.texts()).remove();
    reconciliation.run();
    queue.start();
    return this;
  }

  /** Is told what changes; of deletions nothing. */
  static DocumentListener onChange(Consumer<Document> changed) {
    return new DocumentListener() {
      @Override
      public void changed(Document document) {
        changed.accept(document);
      }

      @Override
      public void deleted(DocumentId id) {}
    };
  }

  Document submit(String collectionId, String filename, String content) {
    return documents.submit(
        collectionId,
        Submission.of(filename),
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** The document once it is ready or failed. */
  Document awaitFinal(DocumentId id) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> find(id), document -> document.status().isFinal());
  }

  Document find(DocumentId id) {
    return documents.document(id).orElseThrow();
  }

  List<DocumentId> search(String words) {
    return index.search(new PassageQuery(words, DocumentScope.EVERYWHERE, 100)).hits().stream()
        .map(PassageHit::document)
        .map(document -> document.id())
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    queue.close();
    vectors.close();
  }

  /** Watches a directory for the collection {@code watched}, or for null nothing. */
  static WatchConfig watch(@Nullable Path directory) {
    return new WatchConfig() {
      @Override
      public Optional<Path> directory() {
        return Optional.ofNullable(directory);
      }

      @Override
      public String collection() {
        return "watched";
      }

      @Override
      public Duration interval() {
        return Duration.ofSeconds(1);
      }
    };
  }

  static IngestConfig config(int threads, long maxBytes) {
    return config(threads, maxBytes, Duration.ofMinutes(1));
  }

  private static IngestConfig config(int threads, long maxBytes, Duration longParse) {
    return new IngestConfig() {
      @Override
      public MemorySize maxFileSize() {
        return new MemorySize(BigInteger.valueOf(maxBytes));
      }

      @Override
      public int threads() {
        return threads;
      }

      @Override
      public Duration longParse() {
        return longParse;
      }

      @Override
      public boolean vectors() {
        return true;
      }
    };
  }
}
