package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.document.Passage;
import io.passim.index.InMemoryPassageIndex;
import io.passim.index.IndexedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that stops anywhere, and one that starts again over what is left. */
class RestartTest {
  @TempDir Path directory;
  private final InMemoryPassageIndex index = new InMemoryPassageIndex();

  @Test
  void takesUpWhatWasQueued() {
    Document document;
    try (TestLibrary before = new TestLibrary(directory, index, new FakeParser(), 1)) {
      before.collections.create("c", "Collection", null);
      document = before.submit("c", "a.txt", "some words");
    }
    try (TestLibrary after = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      assertEquals(DocumentStatus.READY, after.awaitFinal(document.id()).status());
      assertEquals(List.of(document.id()), after.search("words"));
    }
  }

  @Test
  void startsAnewWhatWasBeingParsed() throws InterruptedException {
    Document document;
    FakeParser stuck = new FakeParser();
    try (TestLibrary before = new TestLibrary(directory, index, stuck, 1).start()) {
      before.collections.create("c", "Collection", null);
      document = before.submit("c", "a.txt", "WAIT words");
      stuck.awaitWaiting();
    }
    FakeParser parser = new FakeParser();
    parser.goOn();
    try (TestLibrary after = new TestLibrary(directory, index, parser, 1)) {
      assertEquals(DocumentStatus.PARSING, after.find(document.id()).status());
      after.start();
      assertEquals(DocumentStatus.READY, after.awaitFinal(document.id()).status());
    }
  }

  @Test
  void takesNoFailureAtTheEndForTheDocuments() throws InterruptedException {
    FakeParser parser = new FakeParser();
    try (TestLibrary library = new TestLibrary(directory, index, parser, 1).start()) {
      library.collections.create("c", "Collection", null);
      Document document = library.submit("c", "a.txt", "WAIT BAD words");
      parser.awaitWaiting();
      library.queue.stop();
      parser.goOn();
      library.queue.close();
      assertEquals(DocumentStatus.PARSING, library.find(document.id()).status());
    }
  }

  @Test
  void indexesFromTheStoredTextWhatTheIndexLost() {
    Document document;
    try (TestLibrary before = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      before.collections.create("c", "Collection", null);
      document = before.awaitFinal(before.submit("c", "a.txt", "some words").id());
    }
    FakeParser parser = new FakeParser();
    InMemoryPassageIndex lost = new InMemoryPassageIndex();
    try (TestLibrary after = new TestLibrary(directory, lost, parser, 1).start()) {
      after.awaitFinal(document.id());
      assertEquals(List.of(document.id()), after.search("words"));
      assertEquals(0, parser.parses());
    }
  }

  /** What a loss of power leaves on some disks. */
  @Test
  void readsTheOriginalAgainWhereTheStoredTextIsDamaged() throws IOException {
    Document document;
    try (TestLibrary before = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      before.collections.create("c", "Collection", null);
      document = before.awaitFinal(before.submit("c", "a.txt", "some words").id());
    }
    Files.write(directory.resolve("texts/" + document.id() + ".json"), new byte[100]);
    InMemoryPassageIndex lost = new InMemoryPassageIndex();
    try (TestLibrary after = new TestLibrary(directory, lost, new FakeParser(), 1).start()) {
      assertEquals(DocumentStatus.READY, after.awaitFinal(document.id()).status());
      assertEquals(List.of(document.id()), after.search("words"));
      assertEquals("some words", after.documents.text(document.id()).orElseThrow().text());
    }
  }

  @Test
  void saysWhileTheIndexIsFilledAgain() {
    int count = 5;
    try (TestLibrary before = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      before.collections.create("c", "Collection", null);
      for (int i = 0; i < count; i++) {
        before.awaitFinal(before.submit("c", i + ".txt", "some words " + i).id());
      }
      assertEquals(0, before.restoration.total());
    }
    InMemoryPassageIndex lost = new InMemoryPassageIndex();
    try (TestLibrary after = new TestLibrary(directory, lost, new FakeParser(), 1)) {
      after.reconciliation.run();
      assertTrue(after.restoration.underWay());
      assertEquals(count, after.restoration.left());
    }
    // A restart in between forgets nothing.
    try (TestLibrary after = new TestLibrary(directory, lost, new FakeParser(), 1)) {
      after.reconciliation.run();
      assertEquals(count, after.restoration.left());
      after.queue.start();
      await().until(() -> !after.restoration.underWay());
      assertEquals(count, after.restoration.total());
      assertEquals(count, after.search("words").size());
    }
  }

  @Test
  void removesPassagesOfNoDocument() {
    DocumentId gone = new DocumentId("d_gone");
    index.put(
        new IndexedDocument(gone, "c", "a.txt", "a", "en", List.of(), null, Instant.EPOCH),
        List.<Passage>of());
    try (TestLibrary library = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      assertEquals(Set.of(), library.index.documents());
    }
  }

  @Test
  void removesFilesOfNoDocument() throws IOException {
    Document kept;
    try (TestLibrary before = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      before.collections.create("c", "Collection", null);
      Document deleted = before.awaitFinal(before.submit("c", "a.txt", "deleted words").id());
      kept = before.awaitFinal(before.submit("c", "b.txt", "kept words").id());
      before.records.documents().delete(deleted.id());
    }
    Files.createFile(directory.resolve("texts/d_1.json123.part"));
    try (TestLibrary after = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      assertEquals(Set.of(kept.id().value() + ".json"), files("texts"));
      assertEquals(Set.of(kept.sha256()), files("originals"));
      assertEquals(List.of(), after.search("deleted"));
    }
  }

  @Test
  void sparesTheFilesOfADatabaseThatHasNothing() throws IOException {
    Document kept;
    try (TestLibrary before = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      before.collections.create("c", "Collection", null);
      kept = before.awaitFinal(before.submit("c", "a.txt", "kept words").id());
      before.records.documents().delete(kept.id());
    }
    Files.createFile(directory.resolve("originals/staging/upload1.part"));
    try (TestLibrary _ = new TestLibrary(directory, index, new FakeParser(), 1).start()) {
      assertEquals(Set.of(kept.id().value() + ".json"), files("texts"));
      assertEquals(Set.of(kept.sha256()), files("originals"));
    }
  }

  @Test
  void createsTheSamplesOnce() {
    SamplesConfig samples = () -> Path.of("documents");
    try (TestLibrary library = new TestLibrary(directory, index, new FakeParser(), 1)) {
      sampleCollection(library, samples).createOnce();
      List<Document> documents = library.documents.documents(SampleCollection.ID);
      assertEquals(22, documents.size());
      assertEquals(
          0,
          documents.stream().filter(document -> document.filename().equals("README.md")).count());
      library.collections.delete(SampleCollection.ID);
    }
    try (TestLibrary library = new TestLibrary(directory, index, new FakeParser(), 1)) {
      sampleCollection(library, samples).createOnce();
      assertEquals(Optional.empty(), library.collections.find(SampleCollection.ID));
    }
  }

  @Test
  void finishesSamplesThatACrashCutShort() {
    SamplesConfig samples = () -> Path.of("documents");
    try (TestLibrary library = new TestLibrary(directory, index, new FakeParser(), 1)) {
      library.collections.create(SampleCollection.ID, "Samples", null);
      library.submit(SampleCollection.ID, "people-faq.md", "the first of them");
      sampleCollection(library, samples).createOnce();
      assertEquals(22, library.documents.documents(SampleCollection.ID).size());
    }
  }

  @Test
  void refusesAPoolWithoutThreads() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TestLibrary(directory, index, new FakeParser(), 0));
  }

  private Set<String> files(String store) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(store))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }

  private static SampleCollection sampleCollection(TestLibrary library, SamplesConfig config) {
    return new SampleCollection(
        config, library.records.milestones(), library.collections, library.documents);
  }
}
