package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import io.passim.index.InMemoryPassageIndex;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are taken in again. */
class ReadmissionTest {
  @TempDir Path directory;
  private final FakeParser parser = new FakeParser();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, new InMemoryPassageIndex(), parser, 2).start();
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void readsAReadyDocumentAgainAsANewVersion() {
    Document old = ready("a.txt", "some words");
    Document again = library.documents.ingestAgain(old.id()).orElseThrow();
    assertEquals(DocumentStatus.READY, library.awaitFinal(again.id()).status());
    assertEquals(again.id(), library.find(old.id()).supersededBy());
    assertEquals(List.of(again.id()), library.search("words"));
    assertEquals(2, parser.parses());
    assertEquals("document_superseded", refusal(old));
  }

  @Test
  void triesAFailedDocumentAgain() {
    Document bad = library.awaitFinal(library.submit("c", "a.txt", "BAD words").id());
    Document again = library.documents.ingestAgain(bad.id()).orElseThrow();
    assertEquals(bad.id(), again.id());
    await().until(() -> parser.parses() == 2);
    assertEquals(DocumentStatus.FAILED, library.awaitFinal(bad.id()).status());
    ready("a.txt", "good words");
    assertEquals("document_superseded", refusal(bad));
  }

  @Test
  void copiesOfADocumentThatIsReadAgainRepeatItsNewVersion() {
    Document old = ready("a.txt", "some words");
    Document copy = ready("copy.txt", "some words");
    Document again = again(old);
    Document repeating = library.awaitFinal(copy.id());
    assertEquals(DocumentStatus.READY, repeating.status());
    assertEquals(again.id(), repeating.duplicateOf());
    assertEquals(List.of(again.id()), library.search("words"));
    assertEquals(2, parser.parses());
  }

  @Test
  void bringsBackAVersionWhenNothingIsInItsPlaceAnyMore() {
    Document first = ready("a.txt", "first words");
    Document second = ready("a.txt", "second words");
    assertEquals("document_superseded", refusal(first));
    library.documents.delete(second.id());
    Document again = again(first);
    assertEquals(List.of(again.id()), library.search("words"));
    assertEquals(again.id(), library.find(first.id()).supersededBy());
    assertEquals("document_superseded", refusal(first));
  }

  @Test
  void bringsBackAVersionAsTheDuplicateThatItIsByNow() {
    Document first = ready("a.txt", "first words");
    Document second = ready("a.txt", "second words");
    Document copy = ready("copy.txt", "first words");
    library.documents.delete(second.id());
    assertEquals(copy.id(), again(first).duplicateOf());
    assertEquals(List.of(copy.id()), library.search("words"));
  }

  @Test
  void bringsBackNoVersionBesideALaterUpload() {
    Document first = ready("a.txt", "first words");
    library.documents.delete(ready("a.txt", "second words").id());
    Document third = ready("a.txt", "third words");
    assertEquals("document_superseded", refusal(first));
    assertEquals(List.of(third.id()), library.search("words"));
  }

  @Test
  void aFailedDocumentRepeatsWhatHasItsBytesByNow() throws InterruptedException {
    Document failed = cancelled("a.txt", "WAIT words", null);
    Document equal = ready("b.txt", "WAIT words");
    assertEquals(equal.id(), again(failed).duplicateOf());
    assertEquals(List.of(equal.id()), library.search("words"));
  }

  @Test
  void aFailedDocumentReplacesNothingThatHasBeenReplaced() throws InterruptedException {
    Document old = ready("a.txt", "old words");
    Document failed = cancelled("b.txt", "WAIT words", old.id());
    Document young = ready("a.txt", "new words");
    assertEquals("document_superseded", refusal(failed));
    assertEquals(List.of(young.id()), library.search("words"));
  }

  @Test
  void aFailedDocumentReplacesNothingThatIsBeingReplaced() throws InterruptedException {
    Document old = ready("a.txt", "old words");
    Document failed = library.awaitFinal(submit("b.txt", "BAD words", old.id()).id());
    library.submit("c", "a.txt", "WAIT words");
    parser.awaitWaiting();
    assertEquals("document_in_progress", refusal(failed));
    parser.goOn();
  }

  /** Such as one that was ready, and failed when it was indexed under another title. */
  @Test
  void aFailedDocumentComesBackInThePlaceThatIsItsOwn() {
    ready("a.txt", "old words");
    Document young = ready("a.txt", "new words");
    library.records.documents().update(young.failed(new Problem("internal_error", "A test.")));
    assertEquals(young.id(), again(young).id());
  }

  private Document again(Document document) {
    Document again = library.documents.ingestAgain(document.id()).orElseThrow();
    Document settled = library.awaitFinal(again.id());
    assertEquals(DocumentStatus.READY, settled.status());
    return settled;
  }

  private Document ready(String filename, String words) {
    Document document = library.awaitFinal(library.submit("c", filename, words).id());
    assertEquals(DocumentStatus.READY, document.status());
    return document;
  }

  /** Its next ingest goes well. */
  private Document cancelled(String filename, String words, @Nullable DocumentId replaces)
      throws InterruptedException {
    Document document = submit(filename, words, replaces);
    parser.awaitWaiting();
    return library.documents.cancel(document.id()).orElseThrow();
  }

  private Document submit(String filename, String words, @Nullable DocumentId replaces) {
    return library.documents.submit(
        "c",
        new Submission(filename, "", List.of(), replaces),
        new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
  }

  private String refusal(Document document) {
    return assertThrows(
            DocumentRefusedException.class, () -> library.documents.ingestAgain(document.id()))
        .problem()
        .code();
  }
}
