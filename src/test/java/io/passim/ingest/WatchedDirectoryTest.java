package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.index.InMemoryPassageIndex;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WatchedDirectoryTest {
  @TempDir Path data;
  @TempDir Path files;
  private TestLibrary library;
  private WatchedDirectory watched;

  @BeforeEach
  void open() {
    library = new TestLibrary(data, new InMemoryPassageIndex(), new FakeParser(), 1).start();
    watched = watch();
  }

  @AfterEach
  void close() {
    watched.close();
    library.close();
  }

  @Test
  void takesInWhatLiesThereWithItsFolder() throws IOException {
    write("a.txt", "the first words");
    write("policies/2026/b.txt", "the second words");
    write(".hidden/c.txt", "hidden words");
    write("~$b.docx", "Office's lock");
    write("lost+found/d.txt", "what a check of the disk found");
    scanTwice();
    assertEquals(List.of("a.txt", "b.txt"), names());
    Document nested = documents().get(1);
    assertEquals("policies/2026", nested.folder());
    assertEquals(DocumentStatus.READY, library.awaitFinal(nested.id()).status());
    assertEquals(List.of(nested.id()), library.search("the second words"));
  }

  @Test
  void waitsUntilAFileIsWrittenToItsEnd() throws IOException {
    write("a.txt", "half");
    watched.scan(files);
    write("a.txt", "half and whole");
    watched.scan(files);
    assertEquals(List.of(), names());
    watched.scan(files);
    assertEquals(List.of("a.txt"), names());
    assertEquals(14, documents().getFirst().bytes());
  }

  @Test
  void makesAChangedFileANewVersion() throws IOException {
    write("a.txt", "the old words");
    scanTwice();
    Document old = library.awaitFinal(documents().getFirst().id());
    write("a.txt", "the new words!");
    scanTwice();
    Document young = library.awaitFinal(documents().getLast().id());
    assertEquals(List.of(young.id()), library.search("words"));
    assertEquals(DocumentStatus.SUPERSEDED, library.find(old.id()).status());
    assertEquals(young.id(), library.find(old.id()).supersededBy());
  }

  @Test
  void deletesWhatIsGoneWithAllItsVersions() throws IOException {
    write("a.txt", "the old words");
    scanTwice();
    library.awaitFinal(documents().getFirst().id());
    write("a.txt", "the new words!");
    write("b.txt", "words that stay");
    scanTwice();
    documents().forEach(document -> library.awaitFinal(document.id()));
    Files.delete(files.resolve("a.txt"));
    scanTwice();
    assertEquals(List.of("b.txt"), names());
    assertEquals(1, library.search("words").size());
  }

  /** Programs that save a file, and those that fetch one, move or delete the old one before. */
  @Test
  void makesAFileThatIsGoneForAMomentANewVersion() throws IOException {
    write("a.txt", "the old words");
    write("b.txt", "words that stay");
    scanTwice();
    Document old = documents().getFirst();
    library.awaitFinal(old.id());
    for (int i = 0; i < 2; i++) {
      Files.delete(files.resolve("a.txt"));
      watched.scan(files);
      write("a.txt", "the new words!");
      scanTwice();
    }
    Document young = library.awaitFinal(documents().getLast().id());
    assertEquals(List.of("a.txt", "b.txt", "a.txt"), names());
    assertEquals(DocumentStatus.SUPERSEDED, library.find(old.id()).status());
    assertEquals(young.id(), library.find(old.id()).supersededBy());
  }

  @Test
  void takesNothingInTwiceAfterARestart() throws IOException {
    write("a.txt", "the words");
    scanTwice();
    Document document = library.awaitFinal(documents().getFirst().id());
    watched = watch();
    scanTwice();
    assertEquals(List.of(document.id()), ids());
  }

  /** A crash came between the document's record and the file's. */
  @Test
  void recognisesWhatItHadTakenInBeforeACrash() throws IOException {
    write("a.txt", "the words");
    write("b.txt", "other words");
    scanTwice();
    List<DocumentId> before = ids();
    before.forEach(library::awaitFinal);
    library.records.watchedFiles().remove("a.txt");
    watched = watch();
    scanTwice();
    assertEquals(before, ids());
    Files.delete(files.resolve("a.txt"));
    scanTwice();
    assertEquals(List.of("b.txt"), names());
  }

  @Test
  void leavesAloneWhatPeopleDeleted() throws IOException {
    write("a.txt", "the words");
    scanTwice();
    library.documents.delete(documents().getFirst().id());
    scanTwice();
    assertEquals(List.of(), names());
  }

  @Test
  void deletesNothingWhenTheDirectoryCannotBeRead() throws IOException {
    write("a.txt", "the words");
    scanTwice();
    assertThrows(IOException.class, () -> watched.scan(files.resolve("not-mounted")));
    assertThrows(NotDirectoryException.class, () -> watched.scan(files.resolve("a.txt")));
    assertEquals(List.of("a.txt"), names());
  }

  /** A mount point without its disk, or with one that has nothing on it but what it came with. */
  @Test
  void deletesNothingWhenTheDirectoryIsEmpty() throws IOException {
    write("a.txt", "the old words");
    scanTwice();
    library.awaitFinal(documents().getFirst().id());
    write("a.txt", "the new words!");
    scanTwice();
    Path mountPoint = Files.createDirectory(data.resolve("mount-point"));
    Files.createDirectory(mountPoint.resolve(".hidden"));
    assertThrows(IOException.class, () -> watched.scan(mountPoint));
    assertEquals(List.of("a.txt", "a.txt"), names());
    List<DocumentId> before = ids();
    scanTwice();
    assertEquals(before, ids());
  }

  @Test
  void takesAnEmptyDirectoryForEmptyOnceItsDocumentsAreDeleted() throws IOException {
    watched.scan(files);
    write("a.txt", "the words");
    scanTwice();
    Files.delete(files.resolve("a.txt"));
    assertThrows(IOException.class, () -> watched.scan(files));
    library.documents.delete(documents().getFirst().id());
    scanTwice();
    assertEquals(List.of(), names());
  }

  @Test
  void watchesWhereALinkLeads(@TempDir Path elsewhere) throws IOException {
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), files);
    write("a.txt", "the words");
    watched.scan(link);
    watched.scan(link);
    assertEquals(List.of("a.txt"), names());
    Files.delete(link);
    assertThrows(IOException.class, () -> watched.scan(link));
    assertEquals(List.of("a.txt"), names());
  }

  /** Two files of a damaged archive: one cannot be opened, the other not be read to its end. */
  @Test
  void leavesAloneTheFilesThatCannotBeRead() throws IOException {
    write("a.txt", "words to open");
    write("b.txt", "words to read");
    write("c.txt", "words that go");
    scanTwice();
    documents().forEach(document -> library.awaitFinal(document.id()));
    try (FileSystem archive = DamagedZip.open(data.resolve("files.zip"), "a.txt", "b.txt")) {
      Path damaged = archive.getPath("/");
      watched.scan(damaged);
      watched.scan(damaged);
    }
    assertEquals(List.of("a.txt", "b.txt", "sound.txt"), names());
  }

  /** No system opens paths of so many characters, whoever asks. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesAloneWhatLiesInAFolderThatCannotBeRead() throws IOException {
    String far = "far".repeat(80);
    write(far + "/a.txt", "the far words");
    write("b.txt", "words that go");
    scanTwice();
    Path deep = data;
    while (deep.toString().length() < 3900) {
      deep = deep.resolve("deep".repeat(25));
    }
    Files.createDirectories(deep);
    Files.delete(files.resolve("b.txt"));
    write("c.txt", "the near words");
    Path moved = Files.move(files, deep.resolve("files"));
    try {
      watched.scan(moved);
      watched.scan(moved);
      assertEquals(List.of("a.txt", "c.txt"), names());
    } finally {
      Files.move(moved, files);
    }
  }

  @Test
  void keepsItsCollectionFromBeingDeleted() throws IOException {
    write("a.txt", "the words");
    scanTwice();
    CollectionLibrary collections =
        new CollectionLibrary(
            library.records.collections(),
            library.documents,
            library.thresholds,
            TestLibrary.watch(files));
    CollectionRefusedException refused =
        assertThrows(CollectionRefusedException.class, () -> collections.delete("watched"));
    assertEquals("collection_watched", refused.problem().code());
    assertEquals(List.of("a.txt"), names());
    collections.create("other", "Other", null);
    assertTrue(collections.delete("other"));
  }

  @Test
  void takesEverythingInAnewWhereItsCollectionIsGone() throws IOException {
    write("a.txt", "the words");
    scanTwice();
    assertTrue(library.collections.delete("watched"));
    scanTwice();
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void followsNoLinks(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.txt"), "secret words");
    Files.createSymbolicLink(files.resolve("link.txt"), elsewhere.resolve("secret.txt"));
    Files.createSymbolicLink(files.resolve("folder"), elsewhere);
    scanTwice();
    assertEquals(List.of(), names());
  }

  private WatchedDirectory watch() {
    return new WatchedDirectory(
        TestLibrary.watch(files),
        library.records.watchedFiles(),
        library.collections,
        library.documents);
  }

  private void scanTwice() throws IOException {
    watched.scan(files);
    watched.scan(files);
  }

  private void write(String path, String text) throws IOException {
    Path file = files.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(text.length())));
  }

  private List<Document> documents() {
    return library.documents.documents("watched");
  }

  private List<String> names() {
    return documents().stream().map(Document::filename).toList();
  }

  private List<DocumentId> ids() {
    return documents().stream().map(Document::id).toList();
  }
}
