package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passim.document.Document;
import io.passim.document.DocumentMetadata.Part;
import io.passim.document.DocumentScope;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.EncoderModel;
import io.passim.inference.LogRecords;
import io.passim.inference.TestEncoders;
import io.passim.retrieve.RetrievedPassage;
import io.passim.retrieve.TestRetrievers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageVectorsTest {
  private static final String LUNCH = "When is lunch served?";

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, index, new FakeParser(), 1).start();
    library.collections.create("c", "C", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void wordsFindADocumentAtOnceAndMeaningSoonAfter() {
    Document document =
        library.awaitFinal(
            library.submit("c", "a.txt", "The canteen opens at half past eleven.").id());
    assertEquals(List.of(document.id()), library.search("canteen"));
    assertEquals(1, library.documents.status().withoutVectors());
    assertNull(nearest(LUNCH).map(hit -> hit.dense()).orElse(null));
    library.vectors.start();
    awaitVectors();
    RetrievedPassage hit = nearest(LUNCH).orElseThrow();
    assertEquals(document.id(), hit.document().id());
    assertNotNull(hit.dense());
    assertEquals(1, library.vectorsGaveWay.get(), "questions go before each passage");
  }

  @Test
  void anEditKeepsTheVectorTrueToTheTitle() {
    Document document = library.awaitFinal(library.submit("c", "a.txt", "It opens at noon.").id());
    library.vectors.start();
    awaitVectors();
    Double before = nearest(LUNCH).orElseThrow().dense();
    library.documents.edit(
        document.id(),
        new MetadataChange(Set.of(Part.TITLE), "Lunch and the canteen", null, null, List.of()));
    library.awaitFinal(document.id());
    awaitVectors();
    Double after = nearest(LUNCH).orElseThrow().dense();
    assertNotNull(before);
    assertNotNull(after);
    assertEquals(1, Double.compare(after, before));
  }

  @Test
  void whatIsDeletedIsFoundByNothing() {
    Document document = library.awaitFinal(library.submit("c", "a.txt", "Lunch is at noon.").id());
    library.vectors.start();
    awaitVectors();
    library.documents.delete(document.id());
    assertEquals(Optional.empty(), nearest(LUNCH));
  }

  @Test
  void theNextStartGoesOnWhereTheLastOneEnded() {
    library.awaitFinal(library.submit("c", "a.txt", "Lunch is at noon.").id());
    library.close();
    library = new TestLibrary(directory, index, new FakeParser(), 1).start();
    library.vectors.start();
    awaitVectors();
    assertNotNull(nearest(LUNCH).orElseThrow().dense());
  }

  @Test
  void anotherPrefixMakesOtherVectors() {
    library.awaitFinal(library.submit("c", "a.txt", "Lunch is at noon.").id());
    library.vectors.start();
    awaitVectors();
    assertEquals(0, waitingFor("licence", "MIT"));
    assertEquals(1, waitingFor("passagePrefix", "passage: "));
  }

  /** It is told once, not of each. */
  @Test
  void anEncoderThatIsShuttingDownIsNoFaultOfADocument() {
    library.awaitFinal(library.submit("c", "a.txt", "Lunch is at noon.").id());
    library.awaitFinal(library.submit("c", "b.txt", "Dinner is at seven.").id());
    try (LogRecords records = LogRecords.of(PassageVectors.class);
        PassageVectors next = with(TestEncoders.closed())) {
      next.start();
      await().until(() -> records.size() > 0);
      assertEquals(List.of(), records.at(Level.SEVERE));
      assertEquals(2, next.waiting());
    }
  }

  /** Passages to be encoded if the encoder's manifest says something else. */
  private int waitingFor(String key, String value) {
    try (PassageVectors next = with(TestEncoders.shippedWith(key, value))) {
      return next.waiting();
    }
  }

  private PassageVectors with(EncoderModel encoder) {
    return new PassageVectors(
        index,
        encoder,
        new LibraryLock(),
        new IngestMeters(new SimpleMeterRegistry()),
        () -> {},
        TestLibrary.config(1, TestLibrary.MAX_BYTES));
  }

  private void awaitVectors() {
    await().until(() -> library.documents.status().withoutVectors() == 0);
  }

  private Optional<RetrievedPassage> nearest(String question) {
    return TestRetrievers.hybrid(index, TestEncoders.shipped(), 3)
        .retrieve(question, DocumentScope.EVERYWHERE)
        .passages()
        .stream()
        .findFirst();
  }
}
