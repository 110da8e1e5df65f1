package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.Document;
import io.passim.index.InMemoryPassageIndex;
import io.passim.store.WatchedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files of a watched directory whose names are not text, and one that nothing can be done with. */
class WatchedNamesTest {
  /**
   * As systems wrote them that had one byte for each letter; {@code printf} makes bytes of them.
   */
  private static final String ACUTE = "caf\\351.txt";

  private static final String GRAVE = "caf\\350.txt";

  @TempDir Path data;
  @TempDir Path files;
  private TestLibrary library;
  private WatchedDirectory watched;

  @BeforeEach
  void open() {
    library = new TestLibrary(data, new InMemoryPassageIndex(), new FakeParser(), 1).start();
    watched = watch(library.records.watchedFiles());
  }

  @AfterEach
  void close() {
    watched.close();
    library.close();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsAFileWhoseNameCannotBeDecodedAsItIs() throws Exception {
    write(ACUTE, "old words");
    Files.writeString(files.resolve("b.txt"), "other words");
    scanTwice();
    assertEquals(2, library.search("words").size());
    write(ACUTE, "the new words");
    scanTwice();
    assertEquals(1, library.search("new").size());
    assertEquals(List.of(), library.search("old"));
    shell("rm -- \"$1/$(printf \"$2\")\"", files.toString(), ACUTE);
    scanTwice();
    assertEquals(List.of("b.txt"), names());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesAloneFilesWhoseNamesLookAlike() throws Exception {
    write(ACUTE, "the words of one");
    write(GRAVE, "the words of the other");
    Files.writeString(files.resolve("b.txt"), "other words");
    scanTwice();
    assertEquals(List.of("b.txt"), names());
  }

  @Test
  void goesOnAfterAFileThatNothingCanBeDoneWith() throws IOException {
    watched = watch(new RefusingFiles(library.records.watchedFiles(), "a.txt"));
    Files.writeString(files.resolve("a.txt"), "words that are refused");
    Files.writeString(files.resolve("b.txt"), "other words");
    Files.writeString(files.resolve("c.txt"), "words that go");
    scanTwice();
    Files.delete(files.resolve("c.txt"));
    scanTwice();
    assertEquals(
        List.of("b.txt"),
        library.records.watchedFiles().list().stream().map(file -> file.path()).toList());
  }

  private record RefusingFiles(WatchedFiles files, String refused) implements WatchedFiles {
    @Override
    public List<WatchedFile> list() {
      return files.list();
    }

    @Override
    public void put(WatchedFile file) {
      if (file.path().equals(refused)) {
        throw new IllegalStateException("a test");
      }
      files.put(file);
    }

    @Override
    public void remove(String path) {
      files.remove(path);
    }
  }

  private WatchedDirectory watch(WatchedFiles taken) {
    return new WatchedDirectory(
        TestLibrary.watch(files), taken, library.collections, library.documents);
  }

  /** Until everything that was taken in is ready. */
  private void scanTwice() throws IOException {
    watched.scan(files);
    watched.scan(files);
    documents().forEach(document -> library.awaitFinal(document.id()));
  }

  private void write(String name, String words) throws Exception {
    shell("printf '%s' \"$3\" > \"$1/$(printf \"$2\")\"", files.toString(), name, words);
  }

  private static void shell(String script, String... arguments) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", script, "sh");
    shell.command().addAll(List.of(arguments));
    assertEquals(0, shell.start().waitFor());
  }

  private List<Document> documents() {
    return library.documents.documents("watched");
  }

  private List<String> names() {
    return documents().stream().map(Document::filename).toList();
  }
}
