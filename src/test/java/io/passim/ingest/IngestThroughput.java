package io.passim.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.document.Document;
import io.passim.index.TestIndexes;
import io.passim.ingest.parse.Cancellation;
import io.passim.ingest.parse.CorpusFiles;
import io.passim.ingest.parse.CorpusFiles.GeneratedFile;
import io.passim.ingest.parse.DocumentParser;
import io.passim.ingest.parse.IsolatedParser;
import io.passim.ingest.parse.TestParseConfig;
import io.passim.store.TestRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * A tool, not a test: how fast files become searchable, from upload to ready with fsync, database
 * and index on disk, beside plain Tika, which only reads the text, in this process. Measured file
 * by file in turns, so that a busy machine troubles both alike.
 *
 * <pre>./mvnw -B -Dfrontend.skip=true test -Dtest=IngestThroughput -Dout=$PWD/ingest.json \
 *   [-Dfiles=300 -Dlength=1 -Dseed=1 -Drounds=2]</pre>
 *
 * <p>Files have {@code length} to four times {@code length} pages. Every round has other files. The
 * first is not counted: it warms up both.
 */
class IngestThroughput {
  private static final int UNLIMITED = -1;

  @TempDir Path directory;
  private final AutoDetectParser tika = new AutoDetectParser();

  private long passimNanos;
  private long admissionNanos;
  private long parseNanos;
  private long tikaNanos;
  private long bytes;
  private long pages;
  private long passages;
  private final Map<String, long[]> byFormat = new TreeMap<>();

  @Test
  void measure() throws Exception {
    Path out = Path.of(Objects.requireNonNull(System.getProperty("out"), "set -Dout"));
    int files = Integer.getInteger("files", 300);
    int rounds = Integer.getInteger("rounds", 2);
    int length = Integer.getInteger("length", 1);
    long seed = Long.getLong("seed", 1);
    Path data = directory.resolve("data");
    try (var _ = TestRecords.connect(data);
        IsolatedParser parser = new IsolatedParser(TestParseConfig.in(directory));
        TestLibrary library =
            new TestLibrary(
                data,
                TestIndexes.onDisk(directory.resolve("index")),
                timed(parser),
                1,
                Long.MAX_VALUE)) {
      library.collections.create("c", "Corpus", null);
      for (int round = 0; round <= rounds; round++) {
        List<GeneratedFile> corpus =
            CorpusFiles.generate(directory.resolve("files" + round), files, seed + round, length);
        admissionNanos = 0;
        parseNanos = 0;
        for (GeneratedFile file : corpus) {
          measure(library, file, round);
        }
      }
    }
    try (var writer = Files.newBufferedWriter(out)) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(writer, figures());
    }
  }

  private void measure(TestLibrary library, GeneratedFile file, int round) throws Exception {
    long start = System.nanoTime();
    Document document = ingest(library, file, round);
    long between = System.nanoTime();
    readWithTika(file.path());
    long end = System.nanoTime();
    if (round > 0 && document.readyAt() != null) {
      passimNanos += between - start;
      tikaNanos += end - between;
      bytes += document.bytes();
      pages += document.pages();
      passages += document.passages();
      long[] ofFormat = byFormat.computeIfAbsent(file.format(), _ -> new long[2]);
      ofFormat[0] += between - start;
      ofFormat[1] += end - between;
    }
  }

  private DocumentParser timed(DocumentParser parser) {
    return (file, progress, cancellation) -> {
      long start = System.nanoTime();
      try {
        return parser.parse(file, progress, cancellation);
      } finally {
        parseNanos += System.nanoTime() - start;
      }
    };
  }

  private Document ingest(TestLibrary library, GeneratedFile file, int round) throws Exception {
    String name = round + "-" + file.path().getFileName();
    try (InputStream content = Files.newInputStream(file.path())) {
      long start = System.nanoTime();
      Document admitted = library.admission.admit("c", Submission.of(name), content);
      admissionNanos += System.nanoTime() - start;
      library.ingester.ingest(admitted, new Cancellation());
      return library.find(admitted.id());
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
    figures.put("part_admission", (double) admissionNanos / passimNanos);
    figures.put("part_parser", (double) parseNanos / passimNanos);
    Map<String, Double> ratios = new TreeMap<>();
    byFormat.forEach((format, nanos) -> ratios.put(format, (double) nanos[1] / nanos[0]));
    figures.put("ratio_by_format", ratios);
    return figures;
  }
}
