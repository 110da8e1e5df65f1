package io.passim.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in {@code backup} when something goes wrong. */
class SnapshotRequestsTest {
  @TempDir Path data;
  private Path backup;
  private Path request;

  @BeforeEach
  void prepare() throws IOException {
    TestRecords.open(data);
    backup = Files.createDirectories(data.resolve("backup"));
    request = backup.resolve("request");
  }

  @Test
  void aStartClearsWhatACrashLeft() throws Exception {
    Files.writeString(Files.createDirectory(backup.resolve("snapshot")).resolve("text"), "words");
    Files.writeString(
        Files.createDirectory(backup.resolve("snapshot.part")).resolve("text"), "words");
    Files.writeString(request, "");
    Files.createDirectory(backup.resolve("lock"));
    Path archive = Files.writeString(backup.resolve("passim.tar"), "of an operator");
    whileRunning(() -> TestRecords.connect(data), () -> assertEquals(List.of(archive), left()));
  }

  @Test
  void aFailureIsToldOnce() throws Exception {
    ConnectionFactory full =
        () -> {
          throw new SQLException("the disk is full");
        };
    whileRunning(
        full,
        () -> {
          Files.writeString(request, "");
          await().until(() -> !Files.exists(request));
          assertEquals(List.of(backup.resolve("failed")), left());
        });
  }

  @Test
  void aFailureThatCannotBeToldIsNoneForEver() throws Exception {
    whileRunning(
        () -> TestRecords.connect(data),
        () -> {
          Path occupied = Files.createDirectory(backup.resolve("failed"));
          Files.writeString(occupied.resolve("file"), "");
          Files.writeString(request, "");
          await().until(() -> !Files.exists(request));
          assertEquals(List.of(occupied), left());
        });
  }

  @Test
  void whoTakesTheRequestBackGetsNoSnapshot() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    ConnectionFactory interrupting =
        () -> {
          takeBack();
          asked.set(true);
          return TestRecords.connect(data);
        };
    whileRunning(
        interrupting,
        () -> {
          Files.writeString(request, "");
          await().until(() -> asked.get() && left().isEmpty());
        });
  }

  private void takeBack() throws SQLException {
    try {
      Files.delete(request);
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private interface Check {
    void run() throws Exception;
  }

  private void whileRunning(ConnectionFactory database, Check check) throws Exception {
    DataConfig config = () -> data;
    SnapshotRequests requests =
        new SnapshotRequests(new DataSnapshots(config, Jdbi.create(database)), config);
    requests.onStart(new StartupEvent());
    try {
      check.run();
    } finally {
      requests.onStop(new ShutdownEvent());
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(backup)) {
      return files.toList();
    }
  }
}
