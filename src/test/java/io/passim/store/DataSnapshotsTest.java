package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSnapshotsTest {
  private static final int SNAPSHOTS = 30;

  @TempDir Path data;

  @Test
  void takesTheFinishedFilesWhileOthersComeAndGo() throws Exception {
    Path text = Files.writeString(texts().resolve("finished.json"), "text");
    Path words = Files.writeString(texts().resolve("finished.words.zip"), "words");
    DataSnapshots snapshots = new DataSnapshots(() -> data, TestRecords.jdbi(data));
    Path snapshot = data.resolve("backup").resolve("snapshot");
    Thread writer = Thread.ofPlatform().start(this::writeAndDelete);
    try (Connection _ = TestRecords.connect(data)) {
      for (int i = 0; i < SNAPSHOTS; i++) {
        snapshots.take(snapshot);
        assertEquals(
            List.of(text.getFileName(), words.getFileName()), files(snapshot.resolve("texts")));
      }
    } finally {
      writer.interrupt();
      writer.join();
    }
  }

  @Test
  void leavesNothingOfASnapshotThatFails() throws Exception {
    Files.writeString(texts().resolve("finished.json"), "text");
    Jdbi refusing =
        Jdbi.create(() -> {
          throw new SQLException("the disk is full");
        });
    Path backup = data.resolve("backup");
    DataSnapshots snapshots = new DataSnapshots(() -> data, refusing);
    assertThrows(ConnectionException.class, () -> snapshots.take(backup.resolve("snapshot")));
    assertEquals(List.of(), files(backup));
  }

  @Test
  void takesNoneWithoutRoomForIt() throws Exception {
    try (RandomAccessFile records =
        new RandomAccessFile(data.resolve("records.mv.db").toFile(), "rw")) {
      // Takes no room itself.
      records.setLength(Files.getFileStore(data).getUsableSpace());
    }
    Path backup = data.resolve("backup");
    DataSnapshots snapshots = new DataSnapshots(() -> data, TestRecords.jdbi(backup));
    IOException refused =
        assertThrows(IOException.class, () -> snapshots.take(backup.resolve("snapshot")));
    assertTrue(String.valueOf(refused.getMessage()).contains("room"), refused::toString);
    assertFalse(Files.exists(backup.resolve("snapshot.part")));
  }

  private void writeAndDelete() {
    try {
      Path staging = Files.createDirectories(data.resolve("originals").resolve("staging"));
      while (!Thread.currentThread().isInterrupted()) {
        Path upload = Files.createTempFile(staging, "upload", ".part");
        Path text = Files.createTempFile(texts(), "text", ".part");
        Path gone = Files.createTempDirectory(data.resolve("originals"), "gone");
        Files.delete(upload);
        Files.delete(text);
        Files.delete(gone);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path texts() throws IOException {
    return Files.createDirectories(data.resolve("texts"));
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Path::getFileName).sorted().toList();
    }
  }
}
