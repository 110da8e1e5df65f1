package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private static final Duration LONG_PARSE = Duration.ofMillis(1500);

  private final FakeParser parser = new FakeParser();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library =
        new TestLibrary(
            directory, new InMemoryPassageIndex(), parser, 1, Long.MAX_VALUE, LONG_PARSE);
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

  @Test
  void aDocumentThatTakesLongHoldsUpNoOther() throws Exception {
    library.submit("c", "scan.txt", "WAIT");
    library.queue.start();
    parser.awaitWaiting();
    long began = System.nanoTime();
    library.submit("c", "letter.txt", "The canteen opens at noon.");
    await().until(() -> status("letter.txt") == DocumentStatus.READY);
    assertTrue(System.nanoTime() - began > LONG_PARSE.toNanos() / 2, "not before it takes long");
    assertEquals(DocumentStatus.PARSING, status("scan.txt"));
    // A second one that takes long leaves no room for a third.
    library.submit("c", "scan-2.txt", "WAIT 2");
    await().until(() -> status("scan-2.txt") == DocumentStatus.PARSING);
    library.submit("c", "letter-2.txt", "The canteen closes at two.");
    await().pollDelay(LONG_PARSE.multipliedBy(2)).until(() -> true);
    assertEquals(DocumentStatus.QUEUED, status("letter-2.txt"));
    parser.goOn();
    awaitAllReady();
  }

  private DocumentStatus status(String filename) {
    return library.records.documents().list("c").stream()
        .filter(document -> document.filename().equals(filename))
        .findFirst()
        .orElseThrow()
        .status();
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
