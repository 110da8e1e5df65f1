package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentMetadata.Part;
import io.passim.document.DocumentStatus;
import io.passim.index.InMemoryPassageIndex;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
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
  void takesThePlaceOfItsNamesakeWhenItIsReady() {
    Document old = ready("a.txt", "old words");
    Document young = ready("a.txt", "new words");
    assertEquals(old.id(), young.replaces());
    assertEquals(List.of(young.id()), library.search("words"));
    Document superseded = library.find(old.id());
    assertEquals(DocumentStatus.SUPERSEDED, superseded.status());
    assertEquals(young.id(), superseded.supersededBy());
    assertEquals("old words", library.documents.text(old.id()).orElseThrow().text());
    assertTrue(library.documents.original(old.id()).isPresent());
    assertEquals(1, library.collections.find("c").orElseThrow().documents());
    assertEquals(young.passages(), library.collections.find("c").orElseThrow().passages());
  }

  @Test
  void leavesTheOldOneInForceUntilThen() throws InterruptedException {
    Document old = ready("a.txt", "old words");
    Document young = library.submit("c", "a.txt", "WAIT new words");
    parser.awaitWaiting();
    assertEquals(List.of(old.id()), library.search("words"));
    assertEquals(DocumentStatus.READY, library.find(old.id()).status());
    parser.goOn();
    library.awaitFinal(young.id());
    assertEquals(List.of(young.id()), library.search("words"));
  }

  @Test
  void changesNothingWhenItFails() {
    Document old = ready("a.txt", "old words");
    Document bad = library.awaitFinal(library.submit("c", "a.txt", "BAD words").id());
    assertEquals(DocumentStatus.FAILED, bad.status());
    assertEquals(DocumentStatus.READY, library.find(old.id()).status());
    assertEquals(List.of(old.id()), library.search("words"));
    Document young = ready("a.txt", "new words");
    assertEquals(List.of(young.id()), library.search("words"));
  }

  @Test
  void takesThePlaceOfAFileThatWasUploadedTwice() {
    Document first = ready("a.txt", "old words");
    Document second = ready("a.txt", "old words");
    Document copy = ready("copy.txt", "old words");
    Document other = ready("folder", "a.txt", "other words", null);
    assertEquals(first.id(), second.duplicateOf());
    Document young = ready("a.txt", "new words");
    assertEquals(young.id(), library.find(first.id()).supersededBy());
    assertEquals(young.id(), library.find(second.id()).supersededBy());
    assertEquals("old words", library.documents.text(second.id()).orElseThrow().text());
    assertEquals(DocumentStatus.READY, library.awaitFinal(copy.id()).status());
    assertNull(library.find(copy.id()).duplicateOf());
    assertEquals(Set.of(young.id(), copy.id(), other.id()), Set.copyOf(library.search("words")));
    assertEquals(3, library.search("words").size());
  }

  @Test
  void takesThePlaceOfAFileThatWasUploadedTwiceAndNotReadYet() throws InterruptedException {
    Document first = library.submit("c", "a.txt", "WAIT old words");
    Document second = library.submit("c", "a.txt", "WAIT old words");
    parser.awaitWaiting();
    Document young = ready("a.txt", "new words");
    parser.goOn();
    for (Document old : List.of(first, second)) {
      assertEquals(DocumentStatus.SUPERSEDED, library.awaitFinal(old.id()).status());
      assertEquals(young.id(), library.find(old.id()).supersededBy());
    }
    assertEquals(List.of(young.id()), library.search("words"));
  }

  @Test
  void tellsFilesOfTheSameNameInOtherFoldersApart() {
    Document one = ready("one", "a.txt", "words of one", null);
    Document two = ready("two", "a.txt", "words of two", null);
    assertEquals(DocumentStatus.READY, library.find(one.id()).status());
    assertNull(two.replaces());
    assertEquals(2, library.search("words").size());
  }

  @Test
  void takesThePlaceOfTheOneThatItNames() {
    Document old = ready("a.txt", "old words");
    Document young = ready("", "b.txt", "new words", old.id());
    assertEquals(young.id(), library.find(old.id()).supersededBy());
    assertEquals(List.of(young.id()), library.search("words"));
  }

  @Test
  void refusesToReplaceWhatIsNotInForce() {
    Document old = ready("a.txt", "old words");
    ready("a.txt", "new words");
    assertEquals("replaces_invalid", refusal(() -> ready("", "b.txt", "more", old.id())));
    DocumentId unknown = new DocumentId("d_x");
    assertEquals("replaces_invalid", refusal(() -> ready("", "b.txt", "more", unknown)));
  }

  /** Two threads: the second version is ready while the first still waits. */
  @Test
  void theLatestWinsWhicheverIsReadyFirst() throws InterruptedException {
    Document first = ready("a.txt", "first words");
    Document second = library.submit("c", "a.txt", "WAIT second words");
    parser.awaitWaiting();
    Document third = library.awaitFinal(library.submit("c", "a.txt", "third words").id());
    assertEquals(List.of(third.id()), library.search("words"));
    parser.goOn();
    assertEquals(DocumentStatus.SUPERSEDED, library.awaitFinal(second.id()).status());
    assertEquals(List.of(third.id()), library.search("words"));
    assertEquals(third.id(), library.find(first.id()).supersededBy());
    assertEquals(third.id(), library.find(second.id()).supersededBy());
  }

  @Test
  void aDuplicateOfAnOldVersionStandsOnItsOwn() {
    Document old = ready("a.txt", "old words");
    Document copy = ready("copy.txt", "old words");
    assertEquals(old.id(), copy.duplicateOf());
    Document young = ready("a.txt", "new words");
    await().until(() -> library.find(copy.id()).status() == DocumentStatus.READY);
    assertNull(library.find(copy.id()).duplicateOf());
    assertEquals(2, library.search("words").size());
    assertEquals(List.of(young.id()), library.search("new words"));
  }

  @Test
  void aDuplicateCanBeANewVersion() {
    Document other = ready("other.txt", "the same words");
    Document old = ready("a.txt", "old words");
    Document young = ready("a.txt", "the same words");
    assertEquals(other.id(), young.duplicateOf());
    assertEquals(DocumentStatus.SUPERSEDED, library.find(old.id()).status());
    assertEquals(List.of(), library.search("old words"));
    Document younger = ready("a.txt", "newest words");
    assertEquals(younger.id(), library.find(young.id()).supersededBy());
    library.documents.delete(other.id());
    assertEquals("the same words", library.documents.text(young.id()).orElseThrow().text());
    assertEquals(List.of(younger.id()), library.search("words"));
  }

  @Test
  void goesBackToEarlierBytesAsANewVersion() {
    Document first = ready("a.txt", "first words");
    ready("a.txt", "second words");
    Document third = ready("a.txt", "first words");
    assertNotEquals(first.id(), third.id());
    assertNull(third.duplicateOf());
    assertEquals(List.of(third.id()), library.search("words"));
  }

  @Test
  void deletingAVersionBringsNoOlderOneBack() {
    Document first = ready("a.txt", "first words");
    Document second = ready("a.txt", "second words");
    Document third = ready("a.txt", "third words");
    library.documents.delete(second.id());
    assertEquals(third.id(), library.find(first.id()).supersededBy());
    assertEquals(first.id(), library.find(third.id()).replaces());
    library.documents.delete(third.id());
    assertEquals(List.of(), library.search("words"));
    assertEquals(DocumentStatus.SUPERSEDED, library.find(first.id()).status());
    assertNull(library.find(first.id()).supersededBy());
    assertTrue(library.documents.wasDeleted(third.id()));
  }

  @Test
  void isFiledAsTheVersionBeforeUnlessItSaysOtherwise() {
    Document first = submit(new Submission("a.txt", "", List.of("hr"), null), "first words");
    Document second = ready("a.txt", "second words");
    assertEquals(List.of("hr"), second.metadata().tags());
    Document third = submit(new Submission("a.txt", "", List.of("it"), null), "third words");
    assertEquals(List.of("it"), third.metadata().tags());
    assertEquals(List.of("hr"), library.find(first.id()).metadata().tags());
  }

  @Test
  void keepsWhatPeopleHaveWrittenOfTheVersionBefore() {
    Document first = ready("a.txt", "first words");
    LocalDate day = LocalDate.of(2026, 3, 31);
    library.documents.edit(
        first.id(),
        new MetadataChange(Set.of(Part.TITLE, Part.DATE), "Leave policy", null, day, List.of()));
    DocumentMetadata second = ready("a.txt", "second words").metadata();
    assertEquals("Leave policy", second.title());
    assertEquals(day, second.date());
    DocumentMetadata third = ready("a.txt", "third words").metadata();
    assertEquals("Leave policy", third.title());
  }

  @Test
  void keepsWhatPeopleWriteOfTheVersionBeforeUntilItIsReady() throws InterruptedException {
    Document first = submit(new Submission("a.txt", "", List.of("hr"), null), "first words");
    Document second = library.submit("c", "a.txt", "WAIT second words");
    parser.awaitWaiting();
    write(first, "Leave policy", "leave");
    write(first, "Policy of leave", "policy");
    parser.goOn();
    DocumentMetadata ready = library.awaitFinal(second.id()).metadata();
    assertEquals("Policy of leave", ready.title());
    assertEquals(List.of("policy"), ready.tags());
    assertEquals("Second policy", write(library.find(second.id()), "Second policy", "it").title());
  }

  @Test
  void keepsItsOwnTagsWhateverIsWrittenOfTheVersionBefore() throws InterruptedException {
    Document first = submit(new Submission("a.txt", "", List.of("hr"), null), "first words");
    Document second =
        library.documents.submit(
            "c",
            new Submission("a.txt", "", List.of("hr"), null),
            new ByteArrayInputStream("WAIT second words".getBytes(StandardCharsets.UTF_8)));
    parser.awaitWaiting();
    write(first, "Leave policy", "leave");
    parser.goOn();
    DocumentMetadata ready = library.awaitFinal(second.id()).metadata();
    assertEquals("Leave policy", ready.title());
    assertEquals(List.of("hr"), ready.tags());
  }

  @Test
  void readingAgainKeepsWhatPeopleWriteMeanwhile() throws InterruptedException {
    Document first =
        library.documents.submit(
            "c",
            new Submission("a.txt", "", List.of("hr"), null),
            new ByteArrayInputStream("words".getBytes(StandardCharsets.UTF_8)));
    library.awaitFinal(first.id());
    Document again =
        library.lock.with(() -> {
          Document version = library.documents.ingestAgain(first.id()).orElseThrow();
          write(library.find(first.id()), "Leave policy", "leave");
          return version;
        });
    DocumentMetadata ready = library.awaitFinal(again.id()).metadata();
    assertEquals("Leave policy", ready.title());
    assertEquals(List.of("leave"), ready.tags());
  }

  private Document write(Document document, String title, String tag) {
    return library
        .documents
        .edit(
            document.id(),
            new MetadataChange(Set.of(Part.TITLE, Part.TAGS), title, null, null, List.of(tag)))
        .orElseThrow();
  }

  @Test
  void takesFromTheFileWhatNobodyHasWritten() {
    Document first = ready("", "a.txt", "first words", null);
    library.documents.edit(
        first.id(), new MetadataChange(Set.of(Part.AUTHOR), null, "Anna", null, List.of()));
    DocumentMetadata second = ready("", "b.txt", "second words", first.id()).metadata();
    assertEquals("Anna", second.author());
    assertEquals("b.txt", second.title());
  }

  private Document ready(String filename, String words) {
    return ready("", filename, words, null);
  }

  private Document ready(
      String folder, String filename, String words, @Nullable DocumentId replaces) {
    return submit(new Submission(filename, folder, List.of(), replaces), words);
  }

  private Document submit(Submission submission, String words) {
    Document submitted =
        library.documents.submit(
            "c", submission, new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
    Document document = library.awaitFinal(submitted.id());
    assertEquals(DocumentStatus.READY, document.status());
    return document;
  }

  private static String refusal(Executable refused) {
    return assertThrows(DocumentRefusedException.class, refused).problem().code();
  }
}
