package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.Measurement;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.index.TestIndexes;
import io.passim.ingest.parse.CorpusFiles;
import io.passim.ingest.parse.CorpusFiles.GeneratedFile;
import io.passim.ingest.parse.IsolatedParser;
import io.passim.ingest.parse.TestParseConfig;
import io.passim.store.TestRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * A tool, not a test: how fast files become searchable, from upload to ready with fsync, database
 * and index on disk, beside plain Tika, which only reads the text, in this process, on one thread
 * and on one for each processor; and what of the processors' time each takes. Measured format by
 * format in turns, all files of a format at once, so that a busy machine troubles all alike. Also
 * how long after the parser is done with a file words find it.
 *
 * <pre>
 * ./mvnw -B -Dfrontend.skip=true test -DenableAssertions=false -Dtest=IngestThroughput -Dout=$PWD/ingest.json \
 *   [-Dfiles=300 -Dlength=1 -Dseed=1 -Drounds=2 -Dwarmup=1 -Dthreads=1]</pre>
 *
 * <p>Files have {@code length} to four times {@code length} pages. Every round has other files. The
 * first are not counted: they warm up both. With a dozen of them, this process takes little more
 * than half of the processors' time that it takes with one.
 */
class IngestThroughput {
  private static final int UNLIMITED = -1;
  private static final int POLL_MILLIS = 5;

  @TempDir Path directory;
  private final AutoDetectParser tika = new AutoDetectParser();

  private long passimNanos;
  private long admissionNanos;
  private long tikaNanos;
  private long parallelTikaNanos;
  private Duration serverTime = Duration.ZERO;
  private Duration workerTime = Duration.ZERO;
  private Duration tikaTime = Duration.ZERO;
  private long bytes;
  private long pages;
  private long passages;
  private final SearchableDelays delays = new SearchableDelays();
  private final Map<String, long[]> byFormat = new TreeMap<>();
  private final Map<Integer, long[]> byRound = new TreeMap<>();

  @Test
  void measure() throws Exception {
    Measurement.requireNoAssertions();
    Path out = Path.of(Objects.requireNonNull(System.getProperty("out"), "set -Dout"));
    int files = Integer.getInteger("files", 300);
    int rounds = Integer.getInteger("rounds", 2);
    int warmup = Integer.getInteger("warmup", 1);
    int length = Integer.getInteger("length", 1);
    long seed = Long.getLong("seed", 1);
    Path data = directory.resolve("data");
    JdbcConnectionPool connections = TestRecords.pool(data);
    try (IsolatedParser parser = new IsolatedParser(TestParseConfig.in(directory));
        TestLibrary library =
            new TestLibrary(
                TestRecords.open(data, connections),
                data,
                delays.at(TestIndexes.onDisk(directory.resolve("index"))),
                delays.at(parser),
                Integer.getInteger("threads", 1),
                Long.MAX_VALUE,
                Duration.ofMinutes(1))) {
      library.collections.create("c", "Corpus", null);
      library.queue.start();
      for (int round = 0; round < warmup + rounds; round++) {
        List<GeneratedFile> corpus =
            CorpusFiles.generate(directory.resolve("files" + round), files, seed + round, length);
        for (List<GeneratedFile> ofFormat :
            new TreeMap<>(corpus.stream().collect(Collectors.groupingBy(GeneratedFile::format)))
                .values()) {
          measure(library, ofFormat, round, round >= warmup);
        }
      }
    } finally {
      connections.dispose();
    }
    try (var writer = Files.newBufferedWriter(out)) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(writer, figures());
    }
  }

  private void measure(TestLibrary library, List<GeneratedFile> files, int round, boolean counts)
      throws Exception {
    Duration serverBefore = ownTime();
    Duration workerBefore = workerTime();
    long start = System.nanoTime();
    List<DocumentId> ids = new ArrayList<>();
    for (GeneratedFile file : files) {
      ids.add(submit(library, file, round));
    }
    long admitted = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(POLL_MILLIS))
        .atMost(Duration.ofHours(1))
        .until(() -> isIdle(library));
    long ready = System.nanoTime();
    Duration serverAfter = ownTime();
    Duration workerAfter = workerTime();
    List<Document> documents = ids.stream().map(library::find).toList();
    readWithTika(files, 1);
    long read = System.nanoTime();
    Duration tikaAfter = ownTime();
    readWithTika(files, Runtime.getRuntime().availableProcessors());
    long readAgain = System.nanoTime();
    long[] ofRound = byRound.computeIfAbsent(round, _ -> new long[2]);
    ofRound[0] += ready - start;
    ofRound[1] += read - ready;
    if (!counts) {
      delays.clear();
      return;
    }
    passimNanos += ready - start;
    admissionNanos += admitted - start;
    tikaNanos += read - ready;
    parallelTikaNanos += readAgain - read;
    serverTime = serverTime.plus(serverAfter).minus(serverBefore);
    workerTime = workerTime.plus(workerAfter).minus(workerBefore);
    tikaTime = tikaTime.plus(tikaAfter).minus(serverAfter);
    for (Document document : documents) {
      assertNotNull(document.readyAt(), () -> document.filename() + ": " + document.problem());
      bytes += document.bytes();
      pages += document.pages();
      passages += document.passages();
    }
    long[] ofFormat = byFormat.computeIfAbsent(files.getFirst().format(), _ -> new long[2]);
    ofFormat[0] += ready - start;
    ofFormat[1] += read - ready;
  }

  /** Asks the database, which has other things to do, only when nothing is under way. */
  private static boolean isIdle(TestLibrary library) {
    return library.queue.running() == 0 && library.records.documents().backlog().documents() == 0;
  }

  /** Processor time of this process, its compiler and collector among it. */
  private static Duration ownTime() {
    return timeOf(ProcessHandle.current());
  }

  private static Duration workerTime() {
    return ProcessHandle.current()
        .children()
        .map(IngestThroughput::timeOf)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration timeOf(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static DocumentId submit(TestLibrary library, GeneratedFile file, int round)
      throws IOException {
    try (InputStream content = Files.newInputStream(file.path())) {
      return library
          .documents
          .submit("c", Submission.of(round + "-" + file.path().getFileName()), content)
          .id();
    }
  }

  private void readWithTika(List<GeneratedFile> files, int threads) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (GeneratedFile file : files) {
        all.add(
            executor.submit(() -> {
              readWithTika(file.path());
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  private void readWithTika(Path file) throws IOException, SAXException {
    try (InputStream content = Files.newInputStream(file)) {
      BodyContentHandler text = new BodyContentHandler(UNLIMITED);
      tika.parse(content, text, new Metadata(), new ParseContext());
    } catch (TikaException e) {
      // What it cannot read has cost it its time all the same.
    }
  }

  private Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    double seconds = passimNanos * 1e-9;
    figures.put("pages_per_s", pages / seconds);
    figures.put("megabytes_per_s", bytes * 1e-6 / seconds);
    figures.put("passages_per_s", passages / seconds);
    figures.put("tika_pages_per_s", pages / (tikaNanos * 1e-9));
    figures.put("tika_megabytes_per_s", bytes * 1e-6 / (tikaNanos * 1e-9));
    figures.put("ratio", (double) tikaNanos / passimNanos);
    figures.put("ratio_to_parallel_tika", (double) parallelTikaNanos / passimNanos);
    figures.put("part_admission", (double) admissionNanos / passimNanos);
    figures.put("server_processor_seconds", seconds(serverTime));
    figures.put("worker_processor_seconds", seconds(workerTime));
    figures.put("tika_processor_seconds", seconds(tikaTime));
    figures.put(
        "ratio_of_processor_time", seconds(tikaTime) / seconds(serverTime.plus(workerTime)));
    figures.put("parsed_to_searchable_ms_p50", delays.millis(0.5));
    figures.put("parsed_to_searchable_ms_p95", delays.millis(0.95));
    figures.put("ratio_by_format", ratios(byFormat));
    figures.put("ratio_by_round", ratios(byRound));
    return figures;
  }

  private static <K> Map<K, Double> ratios(Map<K, long[]> nanos) {
    Map<K, Double> ratios = new TreeMap<>();
    nanos.forEach((key, each) -> ratios.put(key, (double) each[1] / each[0]));
    return ratios;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() * 1e-3;
  }
}
