package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.Document;
import io.passim.index.InMemoryPassageIndex;
import io.passim.index.PassageIndex;
import io.passim.store.DiskTrace;
import io.passim.store.TestRecords;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document's status promises is on the disk by then, not only with the operating system. */
class DurableIngestTest {
  @TempDir Path directory;
  private TestLibrary library;

  @BeforeEach
  void open() {
    PassageIndex index =
        TestRecords.watched(PassageIndex.class, new InMemoryPassageIndex(), DiskTrace::note);
    library = new TestLibrary(directory, index, new FakeParser(), 1);
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void anOriginalIsForcedToTheDiskBeforeItIsAcknowledged() throws Exception {
    List<String> trace =
        DiskTrace.of(
            directory,
            () -> {
              library.submit("c", "a.txt", "The canteen opens at noon.");
              DiskTrace.note("202");
            });
    assertEquals(
        List.of(
            "force ",
            "force originals",
            "write originals/staging/upload.part",
            "force originals/staging/upload.part",
            "force originals",
            "force originals/19",
            "202"),
        withoutDatabase(trace));
  }

  @Test
  void aTextIsForcedToTheDiskBeforeItsDocumentIsReady() throws Exception {
    Document document = library.submit("c", "scan.txt", "WORDS of a scan");
    List<String> trace =
        DiskTrace.of(
            directory,
            () -> {
              library.queue.start();
              library.awaitFinal(document.id());
            });
    String text = "texts/" + document.id().value();
    assertEquals(
        List.of(
            "force ",
            "write " + text + ".words.zip.part",
            "force " + text + ".words.zip.part",
            "write " + text + ".json.part",
            "force " + text + ".json.part",
            "force texts",
            "putAll"),
        withoutDatabase(trace));
  }

  /** The database is watched by a test of its own. */
  private static List<String> withoutDatabase(List<String> trace) {
    return trace.stream().filter(line -> !line.contains(" records.")).toList();
  }
}
