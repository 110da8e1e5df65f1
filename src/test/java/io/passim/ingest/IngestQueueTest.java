package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.DocumentStatus;
import io.passim.index.InMemoryPassageIndex;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many documents are under way while the library's lock keeps all from becoming ready. */
class IngestQueueTest {
  /** Three of these are longer than what may wait. */
  private static final String LONG = "The canteen opens at noon. ".repeat(60_000);

  private static final Duration A_WHILE = Duration.ofMillis(500);

  @TempDir Path directory;
  private final FakeParser parser = new FakeParser();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, new InMemoryPassageIndex(), parser, 1, Long.MAX_VALUE);
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void noFurtherDocumentIsParsedWhileMuchTextWaits() {
    submit(5, LONG);
    int parsed = parsedWhileNoneBecomesReady(3);
    assertEquals(3, parsed);
    awaitAllReady();
    assertEquals(5, parser.parses());
  }

  @Test
  void shortOnesWaitTogether() {
    submit(12, "The canteen opens at noon.");
    assertEquals(12, parsedWhileNoneBecomesReady(12));
    awaitAllReady();
  }

  private void submit(int documents, String text) {
    for (int i = 0; i < documents; i++) {
      library.submit("c", i + ".txt", i + ": " + text);
    }
  }

  private int parsedWhileNoneBecomesReady(int atLeast) {
    return library.lock.with(() -> {
      library.queue.start();
      await().until(() -> parser.parses() >= atLeast);
      await().pollDelay(A_WHILE).until(() -> true);
      return parser.parses();
    });
  }

  private void awaitAllReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            library.records.documents().list("c").stream()
                .allMatch(document -> document.status() == DocumentStatus.READY));
  }
}
