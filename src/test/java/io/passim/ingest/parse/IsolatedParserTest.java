package io.passim.ingest.parse;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file can do to its worker, and cannot do to the server. */
class IsolatedParserTest {
  private static final Duration PATIENT = Duration.ofMinutes(2);
  private static final SourceFile SMALL =
      new SourceFile(Parsing.fixture("latin1.txt").toAbsolutePath(), "latin1.txt", MediaTypes.TEXT);

  @TempDir Path directory;

  @Test
  void parsesFileAfterFileInOneProcess() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 384, PATIENT))) {
      ParseResult expected = new FileParser(1_000_000).parse(SMALL, done -> {});
      assertEquals(expected, parser.parse(SMALL, done -> {}));
      var first = parser.workers();
      assertEquals(expected, parser.parse(SMALL, done -> {}));
      assertEquals(first, parser.workers());
      SourceFile encrypted =
          new SourceFile(
              Parsing.fixture("encrypted.pdf").toAbsolutePath(), "encrypted.pdf", MediaTypes.PDF);
      assertEquals("document_encrypted", code(parser.parse(encrypted, done -> {})));
    }
  }

  @Test
  void survivesAFileThatFillsTheWorkersMemory() throws Exception {
    Path large = directory.resolve("large.txt");
    try (BufferedWriter out = Files.newBufferedWriter(large)) {
      for (int i = 0; i < 1_500_000; i++) {
        out.write("Ein Satz mit ungefähr sechzig Zeichen, der nie endet → weiter ");
      }
    }
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 200, PATIENT))) {
      assertEquals(
          "too_large",
          code(parser.parse(new SourceFile(large, "large.txt", MediaTypes.TEXT), done -> {})));
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void killsAWorkerThatTakesTooLong() throws Exception {
    Duration timeout = Duration.ofSeconds(15);
    try (IsolatedParser parser = new IsolatedParser(config(timeout, 384, PATIENT))) {
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      long worker = parser.workers().getFirst();
      signal("STOP", worker);
      assertEquals("parse_timeout", code(parser.parse(SMALL, done -> {})));
      assertTrue(ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void stopsAtOnceWhenTheParseIsCancelled() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 384, PATIENT))) {
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      long worker = parser.workers().getFirst();
      signal("STOP", worker);
      Cancellation cancellation = new Cancellation();
      Thread canceller =
          Thread.ofVirtual()
              .start(() -> {
                await().pollDelay(Duration.ofMillis(300)).until(() -> true);
                cancellation.cancel();
              });
      assertTimeout(
          Duration.ofSeconds(10),
          () -> assertEquals("cancelled", code(parser.parse(SMALL, done -> {}, cancellation))));
      canceller.join();
      assertTrue(ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());
      assertEquals("cancelled", code(parser.parse(SMALL, done -> {}, cancellation)));
      assertEquals(List.of(), parser.workers());
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  /** Cancelled too late it must not end the worker, which reads another file by then. */
  @Test
  void leavesTheWorkerAloneWhenTheFileHasBeenRead() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 384, PATIENT))) {
      Cancellation cancellation = new Cancellation();
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}, cancellation));
      var workers = parser.workers();
      cancellation.cancel();
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      assertEquals(workers, parser.workers());
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void blamesNoFileForAWorkerThatDiedOfAnother() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 384, PATIENT))) {
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      long worker = parser.workers().getFirst();
      signal("STOP", worker);
      Thread killer =
          Thread.ofVirtual()
              .start(() ->
                  await()
                      .pollDelay(Duration.ofMillis(300))
                      .until(() -> ProcessHandle.of(worker).orElseThrow().destroyForcibly()));
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      killer.join();
      assertNotEquals(worker, parser.workers().getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "KILL"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void blamesNoFileForASignalToANewWorker(String signal) throws Exception {
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 384, PATIENT))) {
      Thread killer =
          Thread.ofVirtual()
              .start(() -> {
                await().pollInterval(Duration.ofMillis(1)).until(() -> !parser.workers().isEmpty());
                assertDoesNotThrow(() -> signal(signal, parser.workers().getFirst()));
              });
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      killer.join();
    }
  }

  @Test
  void failsAFileWhoseWorkerCrashes() throws Exception {
    // A heap that Java refuses makes every worker end at once.
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 1, PATIENT))) {
      assertEquals("parser_crashed", code(parser.parse(SMALL, done -> {})));
      assertTrue(parser.workers().isEmpty());
    }
  }

  @Test
  void endsAnIdleWorker() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(config(PATIENT, 384, Duration.ofMillis(200)))) {
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      await().atMost(Duration.ofSeconds(20)).until(() -> parser.workers().isEmpty());
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  @Test
  void parsesNothingOnceClosed() {
    IsolatedParser parser = new IsolatedParser(config(PATIENT, 384, PATIENT));
    parser.close();
    assertThrows(InterruptedException.class, () -> parser.parse(SMALL, done -> {}));
  }

  @Test
  void leavesNoOrphanWhenTheServerDies() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("worker"));
    Process worker = WorkerCommand.of(config(PATIENT, 384, PATIENT), temporary).start();
    try {
      worker.getOutputStream().close();
      assertTrue(worker.waitFor(60, TimeUnit.SECONDS));
      assertFalse(Files.exists(temporary));
    } finally {
      worker.destroyForcibly();
    }
  }

  private static String code(ParseResult result) {
    return assertInstanceOf(ParseResult.Failed.class, result).problem().code();
  }

  /** Sends a signal; one that stops has stopped every thread when this returns. */
  private static void signal(String name, long process) throws IOException, InterruptedException {
    assertEquals(
        0, new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor());
    if (name.equals("STOP") && OS.LINUX.isCurrentOs()) {
      await().until(() -> threadStates(process).stream().allMatch(state -> state.startsWith("T")));
    }
  }

  private static List<String> threadStates(long process) throws IOException {
    return new ProcessBuilder("ps", "-L", "-o", "state=", "-p", Long.toString(process))
        .start()
        .inputReader()
        .lines()
        .map(String::strip)
        .toList();
  }

  private static ParseConfig config(Duration timeout, int megabytes, Duration idle) {
    return new ParseConfig() {
      @Override
      public Duration timeout() {
        return timeout;
      }

      @Override
      public MemorySize workerHeap() {
        return new MemorySize(BigInteger.valueOf((long) megabytes << 20));
      }

      @Override
      public Duration workerIdle() {
        return idle;
      }

      @Override
      public int maxCharacters() {
        return 200_000_000;
      }
    };
  }
}
