package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.store.ConversationRecords.ConversationRow;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.ConversationRecords.TurnSubject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSnapshotsTest {
  private static final int SNAPSHOTS = 30;

  @TempDir Path data;

  @Test
  void takesTheFinishedFilesWhileOthersComeAndGo() throws Exception {
    Path text = Files.writeString(texts().resolve("finished.json"), "text");
    DataSnapshots snapshots = new DataSnapshots(() -> data, TestRecords.jdbi(data));
    Path snapshot = data.resolve("backup").resolve("snapshot");
    Thread writer = Thread.ofPlatform().start(this::writeAndDelete);
    try (Connection _ = TestRecords.connect(data)) {
      for (int i = 0; i < SNAPSHOTS; i++) {
        snapshots.take(snapshot);
        assertEquals(List.of(text.getFileName()), files(snapshot.resolve("texts")));
      }
    } finally {
      writer.interrupt();
      writer.join();
    }
  }

  @Test
  void holdsNothingThatTheRecordsHeldBefore() throws Exception {
    TestRecords records = TestRecords.open(data);
    DataSnapshots snapshots = new DataSnapshots(() -> data, TestRecords.jdbi(data));
    Path snapshot = data.resolve("backup").resolve("snapshot");
    try (Connection _ = TestRecords.connect(data)) {
      records.conversations().insert(new ConversationRow("c_1", "T", Instant.EPOCH, 1));
      records
          .conversations()
          .insertTurn(
              new TurnRow("a_1", "c_1", "q_1", 1, "{\"said\": \"quorlby\"}", Instant.EPOCH),
              new TurnSubject("k", "answered", Set.of()));
      snapshots.take(snapshot);
      assertTrue(records(snapshot).contains("quorlby"));
      records.conversations().replaceAnswer("a_1", "{}");
      snapshots.take(snapshot);
      assertFalse(records(snapshot).contains("quorlby"));
    }
    TestRecords restored = TestRecords.open(snapshot);
    assertEquals("{}", restored.conversations().turns("c_1").getFirst().answer());
  }

  private static String records(Path snapshot) throws IOException {
    return Files.readString(snapshot.resolve("records.mv.db"), StandardCharsets.ISO_8859_1);
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
      return files.map(Path::getFileName).toList();
    }
  }
}
