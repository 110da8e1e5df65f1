package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata.Part;
import io.passim.document.DocumentStatus;
import io.passim.index.InMemoryPassageIndex;
import io.passim.ingest.parse.Cancellation;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCancellationTest {
  @TempDir Path directory;
  private final FakeParser parser = new FakeParser();
  private final InMemoryPassageIndex index = new InMemoryPassageIndex();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, index, parser, 1).start();
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void endsWhatIsUnderWayAndGoesOnWithTheNext() throws InterruptedException {
    Document running = library.submit("c", "a.txt", "WAIT words");
    parser.awaitWaiting();
    Document next = library.submit("c", "b.txt", "other words");
    assertEquals(2, library.documents.status().waiting() + library.documents.status().running());
    Document cancelled = library.documents.cancel(running.id()).orElseThrow();
    assertEquals("cancelled", Objects.requireNonNull(cancelled.problem()).code());
    assertEquals(DocumentStatus.READY, library.awaitFinal(next.id()).status());
    assertTrue(library.documents.original(running.id()).isPresent());
    parser.goOn();
    library.documents.ingestAgain(running.id());
    assertEquals(DocumentStatus.READY, library.awaitFinal(running.id()).status());
  }

  @Test
  void endsWhatWaits() throws InterruptedException {
    library.submit("c", "a.txt", "WAIT words");
    parser.awaitWaiting();
    Document waiting = library.submit("c", "b.txt", "other words");
    Document cancelled = library.documents.cancel(waiting.id()).orElseThrow();
    assertEquals(DocumentStatus.FAILED, cancelled.status());
    parser.goOn();
    assertEquals(1, parser.parses());
  }

  @Test
  void refusesWhatHasEnded() {
    Document ready = library.awaitFinal(library.submit("c", "a.txt", "words").id());
    DocumentRefusedException refused =
        assertThrows(DocumentRefusedException.class, () -> library.documents.cancel(ready.id()));
    assertEquals("document_final", refused.problem().code());
    assertEquals(Optional.empty(), library.documents.cancel(new DocumentId("d_x")));
  }

  /** A ready document whose new tags the index has not taken yet: the old passages still answer. */
  @Test
  void keepsAReadyDocumentThatIsIndexedAnew() {
    Document document = indexedAnew();
    DocumentRefusedException refused =
        assertThrows(DocumentRefusedException.class, () -> library.documents.cancel(document.id()));
    assertEquals("document_indexing", refused.problem().code());
    assertEquals(List.of(document.id()), library.search("words"));
    index.diskIsFull(false);
    library.queue.wake();
    assertEquals(DocumentStatus.READY, library.awaitFinal(document.id()).status());
  }

  @Test
  void aFailedDocumentIsNotFound() throws InterruptedException {
    Document document = indexedAnew();
    library.close();
    library.records.texts().delete(document.id());
    library.records.originals().delete(document.sha256());
    TestLibrary again = new TestLibrary(directory, index, parser, 1);
    assertInstanceOf(
        IngestOutcome.Failed.class,
        again.ingester.ingest(again.find(document.id()), length -> {}, new Cancellation()));
    assertEquals(DocumentStatus.FAILED, again.find(document.id()).status());
    assertEquals(List.of(), again.search("words"));
  }

  /** Waits for the index's disk, which is full. */
  private Document indexedAnew() {
    Document document = library.awaitFinal(library.submit("c", "a.txt", "some words").id());
    index.diskIsFull(true);
    MetadataChange tags = new MetadataChange(Set.of(Part.TAGS), null, null, null, List.of("hr"));
    assertThrows(UncheckedIOException.class, () -> library.documents.edit(document.id(), tags));
    assertEquals(DocumentStatus.INDEXING, library.find(document.id()).status());
    return document;
  }

  @Test
  void aDeletionFreesTheParserAtOnce() throws InterruptedException {
    Document running = library.submit("c", "a.txt", "WAIT words");
    parser.awaitWaiting();
    library.documents.delete(running.id());
    Document next = library.submit("c", "b.txt", "other words");
    assertEquals(DocumentStatus.READY, library.awaitFinal(next.id()).status());
  }

  @Test
  void whatIsIndexedFromItsTextSaysNothingOfTheSpeed() {
    Document document = library.awaitFinal(library.submit("c", "a.txt", "words").id());
    library.close();
    TestLibrary again = new TestLibrary(directory, new InMemoryPassageIndex(), parser, 1).start();
    try {
      again.awaitFinal(document.id());
      assertEquals(1, again.search("words").size());
      assertNull(again.documents.status().pagesPerSecond());
    } finally {
      again.close();
    }
  }

  @Test
  void tellsHowFastItGoes() {
    assertNull(library.documents.status().pagesPerSecond());
    library.awaitFinal(library.submit("c", "a.txt", "words").id());
    IngestStatus status =
        await().until(() -> library.documents.status(), each -> each.pagesPerSecond() != null);
    assertEquals(0, status.bytesLeft());
    assertNull(status.timeLeft());
  }
}
