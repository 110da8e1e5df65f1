package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passim.document.Document;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import io.passim.index.InMemoryPassageIndex;
import io.passim.ingest.parse.Cancellation;
import io.passim.ingest.parse.DocumentParser;
import io.passim.ingest.parse.ParseResult;
import io.passim.ingest.parse.ParserNotStartedException;
import io.passim.ingest.parse.SourceFile;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said while no document can be taken in, and no document is to blame. */
class IngestStallTest {
  @TempDir Path directory;
  private final RefusingParser parser = new RefusingParser();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, new InMemoryPassageIndex(), parser, 1).start();
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void saysWhatDocumentsWaitForUntilOneIsTakenIn() {
    assertEquals(null, stalled());
    parser.refusal = new UncheckedIOException(new IOException("No space left on device"));
    Document document = library.submit("c", "a.txt", "some words");
    await().until(() -> "storage_full".equals(stalled()));
    parser.refusal = new ParserNotStartedException(new IOException("a test"));
    await().until(() -> "parser_not_started".equals(stalled()));
    parser.refusal = new UncheckedIOException(new IOException("a test"));
    await().until(() -> "storage_failed".equals(stalled()));
    assertEquals(DocumentStatus.PARSING, library.find(document.id()).status());
    parser.refusal = null;
    assertEquals(DocumentStatus.READY, library.awaitFinal(document.id()).status());
    await().until(() -> stalled() == null);
  }

  @Test
  void saysNothingOnceNoDocumentWaits() {
    MeterRegistry registry = new SimpleMeterRegistry();
    new IngestMeters(registry).bind(new StartupEvent(), library.documents, library.index);
    Gauge gauge = registry.get("passim.ingest.stalled").gauge();
    assertEquals(0, gauge.value());
    parser.refusal = new UncheckedIOException(new IOException("a test"));
    Document document = library.submit("c", "a.txt", "some words");
    await().until(() -> stalled() != null);
    assertEquals(1, gauge.value());
    library.documents.delete(document.id());
    await().until(() -> stalled() == null);
    assertEquals(0, gauge.value());
  }

  private @Nullable String stalled() {
    Problem problem = library.documents.status().stalled();
    return problem == null ? null : problem.code();
  }

  private static final class RefusingParser implements DocumentParser {
    private final FakeParser parser = new FakeParser();
    private volatile @Nullable RuntimeException refusal;

    @Override
    public ParseResult parse(SourceFile file, DoubleConsumer progress, Cancellation cancellation)
        throws InterruptedException {
      RuntimeException refused = refusal;
      if (refused != null) {
        throw refused;
      }
      return parser.parse(file, progress, cancellation);
    }
  }
}
