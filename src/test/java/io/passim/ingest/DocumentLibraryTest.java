package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import io.passim.index.InMemoryPassageIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentLibraryTest {
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
    parser.goOn();
    library.close();
  }

  @Test
  void takesADocumentToTheIndex() throws IOException {
    Document queued = library.submit("c", "leave.txt", "Twenty days of leave.");
    assertEquals(DocumentStatus.QUEUED, queued.status());
    Document ready = library.awaitFinal(queued.id());
    assertEquals(DocumentStatus.READY, ready.status());
    assertEquals("en", ready.language());
    assertEquals(1, ready.passages());
    assertEquals(1.0, ready.progress());
    assertNotNull(ready.readyAt());
    assertEquals(List.of(ready.id()), library.search("Twenty"));
    assertEquals("Twenty days of leave.", library.documents.text(ready.id()).orElseThrow().text());
    assertEquals(
        "Twenty days of leave.",
        Files.readString(library.documents.original(ready.id()).orElseThrow()));
  }

  @Test
  void listsWhatItRefuses() {
    Document empty = library.submit("c", "empty.txt", "");
    Document large = library.submit("c", "large.txt", "x".repeat(TestLibrary.MAX_BYTES + 1));
    Document image = library.submit("c", "image.pdf", "GIF89a\u0001\u0000\u0001\u0000");
    assertEquals(List.of(empty, large, image), library.documents.documents("c"));
    assertEquals("empty_file", code(empty));
    assertEquals("too_large", code(large));
    assertEquals("unsupported_media_type", code(image));
    assertEquals("application/octet-stream", large.mediaType());
    assertEquals(Optional.empty(), library.documents.original(large.id()));
    assertTrue(library.documents.original(image.id()).isPresent());
  }

  @Test
  void takesANameThatIsLongerThanTheColumn() {
    String face = "\uD83D\uDE00";
    Document document = library.submit("c", face.repeat(200) + ".txt", "some words");
    assertEquals(face.repeat(125) + ".txt", document.filename());
    assertEquals(document.filename(), library.find(document.id()).filename());
  }

  @Test
  void letsQuestionsGoFirst() {
    Document document = library.submit("c", "a.txt", "some words");
    assertEquals(DocumentStatus.READY, library.awaitFinal(document.id()).status());
    assertEquals(1, library.ingestGaveWay.get());
  }

  @Test
  void keepsTheOriginalOfAFailedDocumentAndTheReason() {
    Document bad = library.awaitFinal(library.submit("c", "bad.txt", "BAD words").id());
    assertEquals("document_damaged", code(bad));
    assertTrue(library.documents.original(bad.id()).isPresent());
    Document bug = library.awaitFinal(library.submit("c", "bug.txt", "BUG words").id());
    assertEquals("internal_error", code(bug));
    Document fine = library.awaitFinal(library.submit("c", "fine.txt", "fine words").id());
    assertEquals(DocumentStatus.READY, fine.status());
  }

  @Test
  void takesInWhatComesAfterADocumentThatNeedsTooMuchMemory() {
    Document large = library.submit("c", "large.txt", "MEMORY words");
    Document next = library.submit("c", "next.txt", "next words");
    assertEquals("too_large", code(library.awaitFinal(large.id())));
    assertEquals(DocumentStatus.READY, library.awaitFinal(next.id()).status());
  }

  @Test
  void takesInWhenThereIsSpaceAgainWhatAFullDiskRefused() {
    index.diskIsFull(true);
    Document document = library.submit("c", "a.txt", "some words");
    Document other = library.submit("c", "b.txt", "other words");
    await().until(() -> parser.parses() == 2);
    await().until(() -> library.find(other.id()).status() == DocumentStatus.INDEXING);
    index.diskIsFull(false);
    assertEquals(DocumentStatus.READY, library.awaitFinal(document.id()).status());
    assertEquals(DocumentStatus.READY, library.awaitFinal(other.id()).status());
  }

  @Test
  void refusesAnUnknownCollectionAndKeepsNothing() throws IOException {
    assertThrows(CollectionNotFoundException.class, () -> library.submit("x", "a.txt", "words"));
    try (var files = Files.walk(directory.resolve("originals"))) {
      assertTrue(files.noneMatch(Files::isRegularFile));
    }
  }

  @Test
  void findsNothingOfADeletedDocument() {
    Document document = library.awaitFinal(library.submit("c", "a.txt", "secret words").id());
    Path original = library.documents.original(document.id()).orElseThrow();
    assertTrue(library.documents.delete(document.id()));
    assertEquals(List.of(), library.search("secret"));
    assertEquals(Optional.empty(), library.documents.document(document.id()));
    assertEquals(Optional.empty(), library.documents.text(document.id()));
    assertFalse(Files.exists(original));
    assertFalse(library.documents.delete(document.id()));
  }

  @Test
  void findsNothingOfADocumentDeletedWhileItIsIngested() throws InterruptedException {
    Document document = library.submit("c", "a.txt", "WAIT secret words");
    parser.awaitWaiting();
    assertTrue(library.documents.delete(document.id()));
    parser.goOn();
    Document next = library.awaitFinal(library.submit("c", "b.txt", "other words").id());
    assertEquals(List.of(next.id()), library.search("words"));
    assertEquals(Optional.empty(), library.records.texts().find(document.id()));
  }

  @Test
  void keepsAnOriginalThatAnotherCollectionNeeds() {
    library.collections.create("d", "Other", null);
    Document one = library.awaitFinal(library.submit("c", "a.txt", "shared words").id());
    Document two = library.awaitFinal(library.submit("d", "b.txt", "shared words").id());
    library.documents.delete(one.id());
    assertTrue(library.documents.original(two.id()).isPresent());
    assertEquals(List.of(two.id()), library.search("shared"));
  }

  @Test
  void deletesTheDocumentsOfACollectionInOneStep() throws InterruptedException {
    List<Document> documents =
        List.of(
            library.submit("c", "a.txt", "some words"),
            library.submit("c", "b.txt", "some words"),
            library.submit("c", "c.txt", "other words"));
    documents.forEach(document -> library.awaitFinal(document.id()));
    library.submit("c", "d.txt", "WAIT words");
    parser.awaitWaiting();
    long before = index.generation();
    assertTrue(library.collections.delete("c"));
    assertEquals(before + 1, index.generation());
    assertEquals(List.of(), library.search("words"));
    assertTrue(
        documents.stream().allMatch(document -> library.documents.wasDeleted(document.id())));
    parser.goOn();
  }

  @Test
  void deletesACollectionWithItsDocuments() {
    Document one = library.submit("c", "a.txt", "some words");
    library.submit("c", "b.txt", "some words");
    library.awaitFinal(one.id());
    assertTrue(library.collections.delete("c"));
    assertFalse(library.collections.delete("c"));
    assertEquals(List.of(), library.search("words"));
    assertEquals(List.of(), library.documents.documents("c"));
  }

  @Test
  void tellsListenersUntilTheyLeave() throws Exception {
    BlockingQueue<Document> told = new LinkedBlockingQueue<>();
    try (AutoCloseable subscription =
        library.documents.subscribe("c", TestLibrary.onChange(told::add))) {
      assertNotNull(subscription);
      Document document = library.awaitFinal(library.submit("c", "a.txt", "some words").id());
      await().until(() -> told.contains(document));
    }
    Document next = library.awaitFinal(library.submit("c", "b.txt", "more words").id());
    assertTrue(told.stream().noneMatch(document -> document.id().equals(next.id())));
  }

  @Test
  void tellsASlowListenerTheStateOfThatMoment() throws Exception {
    Document document = library.submit("c", "a.txt", "WAIT words");
    parser.awaitWaiting();
    Document other = library.submit("c", "b.txt", "other words");
    CountDownLatch busy = new CountDownLatch(1);
    BlockingQueue<Document> told = new LinkedBlockingQueue<>();
    try (AutoCloseable subscription =
        library.documents.subscribe(
            "c",
            TestLibrary.onChange(state -> {
              told.add(state);
              awaitQuietly(busy);
            }))) {
      assertNotNull(subscription);
      assertEquals(document.id(), told.take().id());
      parser.goOn();
      Document ready = library.awaitFinal(document.id());
      Document otherReady = library.awaitFinal(other.id());
      busy.countDown();
      await().until(() -> told.containsAll(List.of(ready, otherReady)));
      assertEquals(Set.of(ready, otherReady), Set.copyOf(told));
    }
  }

  @Test
  void waitsForNoListener() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (AutoCloseable subscription =
        library.documents.subscribe("c", TestLibrary.onChange(document -> awaitQuietly(never)))) {
      assertNotNull(subscription);
      Document document = library.awaitFinal(library.submit("c", "a.txt", "some words").id());
      assertEquals(DocumentStatus.READY, document.status());
    } finally {
      never.countDown();
    }
  }

  @Test
  void tellsListenersWhatIsDeleted() throws Exception {
    Document kept = library.awaitFinal(library.submit("c", "a.txt", "some words").id());
    Document gone = library.awaitFinal(library.submit("c", "b.txt", "more words").id());
    // Their last changes have been told then.
    assertTrue(library.lock.with(() -> true));
    BlockingQueue<DocumentId> told = new LinkedBlockingQueue<>();
    DocumentListener listener =
        new DocumentListener() {
          @Override
          public void changed(Document document) {}

          @Override
          public void deleted(DocumentId id) {
            assertEquals(List.of(), library.search("more"));
            told.add(id);
          }
        };
    try (AutoCloseable subscription = library.documents.subscribe("c", listener)) {
      assertNotNull(subscription);
      library.documents.delete(gone.id());
      assertEquals(gone.id(), told.poll(10, TimeUnit.SECONDS));
      library.documents.delete(kept.id());
      assertEquals(kept.id(), told.poll(10, TimeUnit.SECONDS));
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String code(Document document) {
    return Optional.ofNullable(document.problem()).map(Problem::code).orElse("none");
  }
}
