package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.index.InMemoryPassageIndex;
import io.passim.ingest.parse.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
  private static final String WORDS = "the very same words";

  @TempDir Path directory;
  private final FakeParser parser = new FakeParser();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, new InMemoryPassageIndex(), parser, 3).start();
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void pointsToTheFirstAndIndexesOnce() {
    Document first = library.awaitFinal(library.submit("c", "a.txt", WORDS).id());
    Document second = library.awaitFinal(library.submit("c", "b.txt", WORDS).id());
    assertEquals(first.id(), second.duplicateOf());
    assertEquals(DocumentStatus.READY, second.status());
    assertEquals(first.passages(), second.passages());
    assertEquals(List.of(first.id()), library.search(WORDS));
    assertEquals(1, parser.parses());
    assertEquals(
        library.documents.text(first.id()).orElseThrow(),
        library.documents.text(second.id()).orElseThrow());
    assertEquals(1, library.collections.find("c").orElseThrow().passages());
  }

  @Test
  void indexesOnceWhatManyUploadAtOnce() throws Exception {
    int uploads = 8;
    CyclicBarrier together = new CyclicBarrier(uploads);
    List<Document> submitted = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(uploads)) {
      List<Future<Document>> futures = new ArrayList<>();
      for (int i = 0; i < uploads; i++) {
        String name = i + ".txt";
        futures.add(
            threads.submit(() -> {
              together.await();
              return library.submit("c", name, WORDS);
            }));
      }
      for (Future<Document> future : futures) {
        submitted.add(future.get());
      }
    }
    List<Document> ready =
        submitted.stream().map(document -> library.awaitFinal(document.id())).toList();
    assertEquals(1, ready.stream().filter(document -> document.duplicateOf() == null).count());
    assertEquals(1, library.search(WORDS).size());
    assertEquals(1, parser.parses());
  }

  @Test
  void takesThePlaceOfTheFirstWhenThatIsDeleted() {
    Document first = library.awaitFinal(library.submit("c", "a.txt", WORDS).id());
    Document second = library.awaitFinal(library.submit("c", "b.txt", WORDS).id());
    Document third = library.awaitFinal(library.submit("c", "c.txt", WORDS).id());
    library.documents.delete(first.id());
    await().until(() -> library.find(third.id()).status() == DocumentStatus.READY);
    assertNull(library.find(second.id()).duplicateOf());
    assertEquals(second.id(), library.find(third.id()).duplicateOf());
    assertEquals(List.of(second.id()), library.search(WORDS));
  }

  @Test
  void isIngestedItselfWhenTheFirstFailed() {
    Document first = library.awaitFinal(library.submit("c", "a.txt", "BAD words").id());
    Document second = library.awaitFinal(library.submit("c", "b.txt", "BAD words").id());
    assertEquals(DocumentStatus.FAILED, first.status());
    assertNull(second.duplicateOf());
    assertEquals(2, parser.parses());
  }

  /** It was superseded in the moment in which the duplicate came. */
  @Test
  void isIngestedItselfWhenTheFirstIsSuperseded() {
    Document first = library.awaitFinal(library.submit("c", "a.txt", WORDS).id());
    library.awaitFinal(library.submit("c", "a.txt", "new words").id());
    Document second =
        Document.queued(new DocumentId("d_2"), "c", "", "b.txt", DocumentJournal.now())
            .withContent(first.mediaType(), first.bytes(), first.sha256())
            .duplicateOf(first.id());
    library.records.documents().insert(second);
    library.queue.wake();
    assertEquals(DocumentStatus.READY, library.awaitFinal(second.id()).status());
    assertEquals(List.of(second.id()), library.search("very same"));
  }

  /**
   * Its tags, which another copy has brought, are being indexed in the moment in which one comes.
   */
  @Test
  void waitsForTheFirstThatIsIndexedAnew() throws Exception {
    try (TestLibrary still =
        new TestLibrary(directory.resolve("still"), new InMemoryPassageIndex(), parser, 1)) {
      still.collections.create("c", "Collection", null);
      Document first = ingested(still, still.submit("c", "a.txt", WORDS));
      Document second = still.submit("c", "b.txt", WORDS);
      Document anew = first.at(DocumentStatus.INDEXING, DocumentJournal.PARSED);
      still.records.documents().update(anew);
      assertEquals(
          new IngestOutcome.Waiting(second, first.id()),
          still.ingester.ingest(second, _ -> {}, new Cancellation()));
      assertEquals(second, still.find(second.id()));
      ingested(still, anew);
      assertEquals(first.id(), ingested(still, second).duplicateOf());
      assertEquals(List.of(first.id()), still.search(WORDS));
      assertEquals(1, parser.parses());
    }
  }

  private static Document ingested(TestLibrary library, Document document) throws Exception {
    library.ingester.ingest(document, _ -> {}, new Cancellation());
    return library.find(document.id());
  }

  /** Neither its text nor its original can be read any more. */
  @Test
  void isNotReadyWhenTheFirstFailsAnew() throws Exception {
    Document first = library.awaitFinal(library.submit("c", "a.txt", WORDS).id());
    Document second = library.awaitFinal(library.submit("c", "b.txt", WORDS).id());
    Document third = library.awaitFinal(library.submit("c", "c.txt", WORDS).id());
    library.records.texts().delete(first.id());
    Files.writeString(library.records.originals().find(first.sha256()).orElseThrow(), "BAD");
    library.records.documents().update(first.at(DocumentStatus.INDEXING, DocumentJournal.PARSED));
    library.queue.wake();
    for (Document each : List.of(first, second, third)) {
      await().until(() -> library.find(each.id()).status() == DocumentStatus.FAILED);
    }
    assertEquals(List.of(), library.search(WORDS));
  }

  @Test
  void equalNamesakesTakeNobodysPlace() {
    for (int i = 0; i < 3; i++) {
      library.awaitFinal(library.submit("c", "a.txt", WORDS).id());
    }
    assertEquals(
        List.of(DocumentStatus.READY, DocumentStatus.READY, DocumentStatus.READY),
        library.documents.documents("c").stream().map(Document::status).toList());
  }

  @Test
  void countsCollectionsApart() {
    library.collections.create("d", "Other", null);
    Document one = library.awaitFinal(library.submit("c", "a.txt", WORDS).id());
    Document two = library.awaitFinal(library.submit("d", "a.txt", WORDS).id());
    assertNull(one.duplicateOf());
    assertNull(two.duplicateOf());
    assertEquals(2, library.search(WORDS).size());
  }
}
