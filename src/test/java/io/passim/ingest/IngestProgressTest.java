package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.passim.document.Document;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import io.passim.index.InMemoryPassageIndex;
import io.passim.ingest.parse.Cancellation;
import io.passim.ingest.parse.ParseResult;
import io.passim.ingest.parse.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the documents have come, and how long the rest will take. */
class IngestProgressTest {
  /** Longer than progress is held back. */
  private static final Duration A_WHILE = Duration.ofMillis(300);

  @TempDir Path directory;
  private final FakeParser parser = new FakeParser();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, new InMemoryPassageIndex(), this::parse, 1).start();
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    library.close();
  }

  @Test
  void tellsHowMuchOfALongFileHasBeenRead() throws Exception {
    List<Document> told = new CopyOnWriteArrayList<>();
    try (AutoCloseable _ = library.documents.subscribe("c", TestLibrary.onChange(told::add))) {
      Document document = library.submit("c", "long.txt", "LONG");
      double half = 0.5 * DocumentJournal.PARSED;
      await().until(() -> library.find(document.id()).progress() == half);
      assertEquals(DocumentStatus.PARSING, library.find(document.id()).status());
      await().until(() -> told.stream().anyMatch(each -> each.progress() == half));
    }
  }

  @Test
  void tellsHowLongTheRestWillTake() throws InterruptedException {
    library.awaitFinal(library.submit("c", "a.txt", "The canteen opens at noon.").id());
    library.submit("c", "b.txt", "WAIT");
    parser.awaitWaiting();
    IngestStatus status =
        await().until(library.documents::status, each -> each.bytesPerSecond() != null);
    assertEquals(4, status.bytesLeft());
    Double bytesPerSecond = status.bytesPerSecond();
    assertNotNull(bytesPerSecond);
    assertEquals(
        Duration.ofMillis(Math.round(4_000 / bytesPerSecond)), status.timeLeft(), status::toString);
    parser.goOn();
  }

  private ParseResult parse(SourceFile file, DoubleConsumer progress, Cancellation cancellation)
      throws InterruptedException {
    if (!file.filename().equals("long.txt")) {
      return parser.parse(file, progress, cancellation);
    }
    await().pollDelay(A_WHILE).until(() -> true);
    progress.accept(0.5);
    goOn.await();
    return new ParseResult.Failed(new Problem("cancelled", "It was cancelled."));
  }
}
