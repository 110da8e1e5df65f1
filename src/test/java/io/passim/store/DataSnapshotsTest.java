package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
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
