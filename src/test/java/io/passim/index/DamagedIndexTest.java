package io.passim.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What start makes of an index that is not as it was written. */
class DamagedIndexTest {
  private static final Set<DocumentId> DOCUMENTS =
      Set.of(new DocumentId("d_0"), new DocumentId("d_2"), new DocumentId("d_3"));

  private final PassageIndexProducer producer = new PassageIndexProducer();
  @TempDir Path directory;
  private Path sound;

  @BeforeEach
  void fill() throws IOException {
    sound = directory.resolve("sound/index");
    try (LucenePassageIndex index = open(sound, false)) {
      for (int i = 0; i < 4; i++) {
        IndexedTexts.put(index, "d_" + i, "The keeper of lamp " + i + " counts its hours.");
      }
      IndexedTexts.put(index, "d_3", "The keeper of lamp 3 counts its hours anew.");
      index.delete(new DocumentId("d_1"));
    }
  }

  @Test
  void aSoundIndexIsKept() throws IOException {
    try (LucenePassageIndex index = open(sound, false)) {
      assertEquals(DOCUMENTS, index.documents());
    }
    assertEquals(Set.of("index"), names(sound.resolveSibling("")));
  }

  @Test
  void aByteThatChangedInAnyFileIsFound() throws IOException {
    Set<String> unnoticed = new TreeSet<>();
    for (String file : names(sound)) {
      long size = Files.size(sound.resolve(file));
      for (long at : new long[] {0, size / 3, size / 2, size - 20, size - 1}) {
        if (at >= 0 && at < size && !isReplaced(damaged(file, bytes -> flip(bytes, (int) at)))) {
          unnoticed.add(file + " at " + at + " of " + size);
        }
      }
    }
    assertEquals(Set.of(), unnoticed);
  }

  @Test
  void aTruncatedFileIsFound() throws IOException {
    Set<String> unnoticed = new TreeSet<>();
    for (String file : names(sound)) {
      int size = (int) Files.size(sound.resolve(file));
      for (int kept : new int[] {0, size / 2, size - 1}) {
        if (size > 0 && !isReplaced(damaged(file, bytes -> Arrays.copyOf(bytes, kept)))) {
          unnoticed.add(file + " cut to " + kept);
        }
      }
    }
    assertEquals(Set.of(), unnoticed);
  }

  @Test
  void aMissingFileIsFound() throws IOException {
    Set<String> unnoticed = new TreeSet<>();
    for (String file : names(sound)) {
      Path index = copy();
      Files.delete(index.resolve(file));
      if (!file.equals(IndexWriter.WRITE_LOCK_NAME) && !isReplaced(index)) {
        unnoticed.add(file);
      }
    }
    assertEquals(Set.of(), unnoticed);
  }

  @Test
  void theLatestDamagedIndexIsKeptAndNoOther() throws IOException {
    Path index = copy();
    for (int round = 0; round < 3; round++) {
      for (String file : names(index)) {
        Files.write(index.resolve(file), new byte[0]);
      }
      try (LucenePassageIndex rebuilt = open(index, false)) {
        IndexedTexts.put(rebuilt, "d_" + round, "The keeper counts again.");
      }
      assertEquals(2, names(index.resolveSibling("")).size());
    }
  }

  @Test
  void anIndexOfAnotherSchemaIsOutdatedRatherThanDamaged() throws IOException {
    assertOutdated(Map.of("generation", "7", "schema", "another"));
  }

  @Test
  void anIndexThatDoesNotSayItsSchemaIsOutdated() throws IOException {
    assertOutdated(Map.of("generation", "7"));
  }

  private void assertOutdated(Map<String, String> commitData) throws IOException {
    Path index = copy();
    try (Directory files = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
      writer.setLiveCommitData(commitData.entrySet());
      writer.commit();
    }
    List<String> said = new ArrayList<>();
    Handler handler = listener(said);
    Logger logger = Logger.getLogger(PassageIndexProducer.class.getName());
    logger.addHandler(handler);
    try (LucenePassageIndex opened = open(index, false)) {
      assertEquals(Set.of(), opened.documents());
    } finally {
      logger.removeHandler(handler);
    }
    assertEquals(Set.of("index"), names(index.resolveSibling("")));
    assertTrue(said.stream().anyMatch(line -> line.contains("outdated")), said::toString);
    assertFalse(said.stream().anyMatch(line -> line.contains("damaged")), said::toString);
  }

  private static Handler listener(List<String> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        said.add(entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void aLockFileThatACrashLeftIsNoLock() throws IOException {
    Path index = copy();
    Files.write(index.resolve(IndexWriter.WRITE_LOCK_NAME), new byte[] {1});
    try (LucenePassageIndex opened = open(index, false)) {
      assertEquals(DOCUMENTS, opened.documents());
    }
  }

  @Test
  void anIndexInUseIsNeitherOpenedNorRemoved() throws IOException {
    try (LucenePassageIndex used = open(sound, false)) {
      assertThrows(IllegalStateException.class, () -> open(sound, false));
      assertThrows(IllegalStateException.class, () -> open(sound, true));
      assertEquals(DOCUMENTS, used.documents());
    }
  }

  @Test
  void aRebuildEmptiesTheIndexAndKeepsGenerationsRising() throws IOException {
    long before;
    try (LucenePassageIndex index = open(sound, false)) {
      before = index.generation();
    }
    try (LucenePassageIndex index = open(sound, true)) {
      assertEquals(Set.of(), index.documents());
      assertTrue(index.generation() > before);
    }
    assertEquals(Set.of("index"), names(sound.resolveSibling("")));
  }

  private LucenePassageIndex open(Path path, boolean rebuild) {
    return (LucenePassageIndex) producer.open(TestIndexes.on(path, rebuild));
  }

  private boolean isReplaced(Path index) throws IOException {
    try (LucenePassageIndex opened = open(index, false)) {
      return opened.documents().isEmpty() && names(index.resolveSibling("")).size() == 2;
    }
  }

  private Path damaged(String file, Damage damage) throws IOException {
    Path index = copy();
    Path target = index.resolve(file);
    Files.write(target, damage.of(Files.readAllBytes(target)));
    return index;
  }

  private Path copy() throws IOException {
    Path copy = Files.createTempDirectory(directory, "copy").resolve("index");
    Files.createDirectory(copy);
    for (String file : names(sound)) {
      Files.copy(sound.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  private static byte[] flip(byte[] bytes, int at) {
    bytes[at] ^= 0x20;
    return bytes;
  }

  private static Set<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @FunctionalInterface
  private interface Damage {
    byte[] of(byte[] sound);
  }
}
