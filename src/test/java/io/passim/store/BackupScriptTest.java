package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How {@code scripts/backup.sh} ends when something goes wrong, with a {@code tar} that ends as the
 * test has it.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class BackupScriptTest {
  private static final int PATIENCE_SECONDS = 50;

  @TempDir Path directory;

  private Path backup;
  private Path programs;
  private Path archive;

  private record Ended(int status, String said) {}

  @BeforeEach
  void prepare() throws IOException {
    backup = Files.createDirectories(directory.resolve("data").resolve("backup"));
    programs = Files.createDirectory(directory.resolve("bin"));
    archive = directory.resolve("passim.tar");
  }

  @ParameterizedTest
  @CsvSource({
    "0, '', 0",
    "1, 'tar: ./texts/a: file changed as we read it', 0",
    "1, 'tar: ./texts/a: File removed before we read it', 1",
    "1, 'tar: ./a: file changed as we read it\ntar: ./b: File removed before we read it', 1",
    "1, '', 1",
    "2, 'tar: ./texts/a: file changed as we read it', 1"
  })
  void keepsAnArchiveThatIsWholeAndNoOther(int tarStatus, String message, int status)
      throws Exception {
    tar(tarStatus, message);
    Ended ended = back(() -> Files.createDirectory(backup.resolve("snapshot")));
    assertEquals(status, ended.status(), ended.said());
    List<String> left = status == 0 ? List.of("passim.tar") : List.of();
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          left,
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.startsWith("passim"))
              .toList());
    }
    assertNothingLeft();
  }

  @Test
  void leavesNothingWhenItIsInterrupted() throws Exception {
    Process script = start(PATIENCE_SECONDS);
    while (!Files.exists(backup.resolve("request")) && script.isAlive()) {
      Thread.sleep(5);
    }
    Files.createDirectory(backup.resolve("snapshot"));
    // Its own destroy() would close the stream that says what it said.
    script.toHandle().destroy();
    assertEquals(1, run(script).status());
    assertNothingLeft();
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> left = Files.list(backup)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void leavesAnotherThatIsUnderWayAlone() throws Exception {
    Path snapshot = Files.createDirectory(backup.resolve("snapshot"));
    Path lock = Files.createDirectory(backup.resolve("lock"));
    Ended ended = run(start(1));
    assertEquals(1, ended.status());
    assertTrue(ended.said().contains(lock.toString()), ended.said());
    assertTrue(Files.exists(snapshot));
    assertTrue(Files.exists(lock));
    assertFalse(Files.exists(backup.resolve("request")));
  }

  @Test
  void tellsWhyTheServerTookNoSnapshot() throws Exception {
    tar(0, "");
    Ended ended = back(() -> Files.writeString(backup.resolve("failed"), "the disk is full"));
    assertEquals(1, ended.status());
    assertTrue(ended.said().contains("the disk is full"), ended.said());
    assertFalse(Files.exists(archive));
    assertNothingLeft();
  }

  @Test
  void asksNoLongerWhereNoServerRuns() throws Exception {
    Ended ended = run(start(1));
    assertEquals(1, ended.status());
    assertTrue(ended.said().contains("within 1 seconds"), ended.said());
    assertNothingLeft();
  }

  @Test
  void saysWhatItWants() throws Exception {
    Files.delete(backup);
    Ended ended = run(start(1));
    assertEquals(2, ended.status());
    assertTrue(ended.said().contains("usage:"), ended.said());
  }

  private interface Snapshot {
    void take() throws IOException;
  }

  /** Runs the script, and does what a server does when it is asked. */
  private Ended back(Snapshot snapshot) throws Exception {
    Process script = start(PATIENCE_SECONDS);
    Path request = backup.resolve("request");
    while (!Files.exists(request) && script.isAlive()) {
      Thread.sleep(5);
    }
    snapshot.take();
    Files.delete(request);
    return run(script);
  }

  private void tar(int status, String message) throws IOException {
    Path tar = programs.resolve("tar");
    Files.writeString(
        tar,
        """
        #!/bin/sh
        echo packed > "$2"
        printf %%s '%s' >&2
        exit %d
        """
            .formatted(message, status));
    assertTrue(tar.toFile().setExecutable(true));
  }

  private Process start(int seconds) throws IOException {
    Path data = directory.resolve("data");
    ProcessBuilder script =
        new ProcessBuilder("sh", "scripts/backup.sh", data.toString(), archive.toString())
            .redirectErrorStream(true);
    script.environment().put("PASSIM_BACKUP_SECONDS", String.valueOf(seconds));
    script.environment().merge("PATH", programs + ":", (path, first) -> first + path);
    return script.start();
  }

  private static Ended run(Process script) throws InterruptedException {
    try {
      String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(script.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
