package io.passim.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata.Part;
import io.passim.document.DocumentScope;
import io.passim.document.DocumentStatus;
import io.passim.index.InMemoryPassageIndex;
import io.passim.index.PassageQuery;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataTest {
  private static final MetadataChange NOTHING =
      new MetadataChange(Set.of(), null, null, null, List.of());
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  @TempDir Path directory;
  private final InMemoryPassageIndex index = new InMemoryPassageIndex();
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, index, new FakeParser(), 1).start();
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void changesWhatIsGivenAndLeavesTheRest() {
    Document document = ready("a.txt", "some words", "hr");
    Document edited =
        edit(
            document.id(),
            new MetadataChange(
                EnumSet.allOf(Part.class),
                " Leave\npolicy ",
                "Anna",
                DAY,
                List.of("HR", "Leave ")));
    assertEquals("Leave policy", edited.title());
    assertEquals("Anna", edited.metadata().author());
    assertEquals(DAY, edited.metadata().date());
    assertEquals(List.of("hr", "leave"), edited.metadata().tags());
    assertEquals(DocumentStatus.READY, edited.status());
    assertEquals(edited, library.find(document.id()));
    Document cleared =
        edit(
            document.id(),
            new MetadataChange(
                EnumSet.of(Part.AUTHOR, Part.DATE, Part.TAGS), null, null, null, List.of()));
    assertEquals("Leave policy", cleared.title());
    assertEquals(Optional.empty(), Optional.ofNullable(cleared.metadata().author()));
    assertEquals(List.of(), cleared.metadata().tags());
  }

  @Test
  void isMetByTheNextSearch() {
    Document document = ready("a.txt", "some words", "hr");
    assertEquals(1, tagged("hr"));
    edit(document.id(), tags("it"));
    assertEquals(0, tagged("hr"));
    assertEquals(1, tagged("it"));
  }

  @Test
  void refusesWhatIsNoMetadata() {
    DocumentId id = ready("a.txt", "some words").id();
    List<MetadataChange> wrong =
        List.of(
            title("  "),
            title("x".repeat(301)),
            author("x".repeat(301)),
            tags("x".repeat(41)),
            new MetadataChange(
                Set.of(Part.TAGS), null, null, null, Collections.singletonList(null)),
            tags(" "),
            tags(numbered(21)));
    Document before = library.find(id);
    for (MetadataChange change : wrong) {
      assertEquals("metadata_invalid", refusal(id, change));
    }
    assertEquals(before, library.find(id));
  }

  @Test
  void refusesWhatIsNotReady() throws InterruptedException {
    Document bad = library.awaitFinal(library.submit("c", "a.txt", "BAD words").id());
    assertEquals("document_not_ready", refusal(bad.id(), NOTHING));
    Document copied = ready("b.txt", "some words");
    Document copy = ready("c.txt", "some words");
    assertEquals(copied.id(), copy.duplicateOf());
    assertEquals("document_duplicate", refusal(copy.id(), NOTHING));
  }

  @Test
  void isKeptWhenTheIndexIsRebuiltAndWhenTheFileIsReadAgain() {
    Document document = ready("a.txt", "some words", "hr");
    edit(
        document.id(),
        new MetadataChange(
            EnumSet.of(Part.TITLE, Part.AUTHOR), "Leave policy", "Anna", null, List.of()));
    index.delete(document.id());
    library.reconciliation.run();
    library.queue.wake();
    library.awaitFinal(document.id());
    assertEquals("Anna", library.find(document.id()).metadata().author());
    assertEquals(1, tagged("hr"));
    Document again = library.documents.ingestAgain(document.id()).orElseThrow();
    assertEquals("Leave policy", library.awaitFinal(again.id()).title());
    assertEquals(1, tagged("hr"));
  }

  /** The row says that it is a job: nothing is lost, and the queue makes it good. */
  @Test
  void isMadeGoodAfterTheDiskWasFull() {
    Document document = ready("a.txt", "some words");
    index.diskIsFull(true);
    assertThrows(UncheckedIOException.class, () -> edit(document.id(), tags("hr")));
    index.diskIsFull(false);
    library.queue.wake();
    await().until(() -> tagged("hr") == 1);
    assertEquals(DocumentStatus.READY, library.awaitFinal(document.id()).status());
  }

  @Test
  void whatADuplicateIsFiledUnderCountsForItsWords() {
    Document first = ready("a.txt", "some words", "hr");
    ready("b.txt", "some words", "it");
    await().until(() -> tagged("it") == 1);
    await().until(() -> library.find(first.id()).status() == DocumentStatus.READY);
    assertEquals(List.of("hr", "it"), library.find(first.id()).metadata().tags());
  }

  private Document edit(DocumentId id, MetadataChange change) {
    return library.documents.edit(id, change).orElseThrow();
  }

  private static String[] numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "tag " + i).toArray(String[]::new);
  }

  private static MetadataChange title(String title) {
    return new MetadataChange(Set.of(Part.TITLE), title, null, null, List.of());
  }

  private static MetadataChange author(String author) {
    return new MetadataChange(Set.of(Part.AUTHOR), null, author, null, List.of());
  }

  private static MetadataChange tags(String... tags) {
    return new MetadataChange(Set.of(Part.TAGS), null, null, null, List.of(tags));
  }

  private String refusal(DocumentId id, MetadataChange change) {
    return assertThrows(DocumentRefusedException.class, () -> edit(id, change)).problem().code();
  }

  private int tagged(String tag) {
    DocumentScope scope = new DocumentScope(Set.of("c"), Set.of(tag), Set.of(), null, null);
    return index.search(new PassageQuery("words", scope, 10)).hits().size();
  }

  private Document ready(String filename, String words, String... tags) {
    Document submitted =
        library.documents.submit(
            "c",
            new Submission(filename, "", List.of(tags), null),
            new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
    Document document = library.awaitFinal(submitted.id());
    assertTrue(document.status() == DocumentStatus.READY, () -> "not ready: " + document);
    return document;
  }
}
