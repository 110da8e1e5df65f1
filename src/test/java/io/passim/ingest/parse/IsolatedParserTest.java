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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file can do to its worker, and cannot do to the server. */
class IsolatedParserTest {
  private static final SourceFile SMALL =
      new SourceFile(Parsing.fixture("latin1.txt").toAbsolutePath(), "latin1.txt", MediaTypes.TEXT);
  private static final SourceFile PDF =
      new SourceFile(
          Parsing.fixture("two-pages.pdf").toAbsolutePath(), "two-pages.pdf", MediaTypes.PDF);

  @TempDir Path directory;

  @Test
  void parsesFileAfterFileInOneProcess() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(limits())) {
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
    try (IsolatedParser parser = new IsolatedParser(limits().withHeap(200))) {
      assertEquals(
          "too_large",
          code(parser.parse(new SourceFile(large, "large.txt", MediaTypes.TEXT), done -> {})));
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void killsAWorkerThatTakesTooLong() throws Exception {
    Duration timeout = Duration.ofSeconds(5);
    try (IsolatedParser parser = new IsolatedParser(limits().withTimeout(timeout))) {
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      long worker = parser.workers().getFirst();
      signal("STOP", worker);
      assertEquals("parse_timeout", code(parser.parse(SMALL, done -> {})));
      assertTrue(ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  @Test
  void givesEachPageOfAScanTimeOfItsOwn() throws Exception {
    assumeTrue(new Tesseract().isInstalled(), "needs Tesseract");
    Path scan = directory.resolve("scan.pdf");
    try (PDDocument one =
            Loader.loadPDF(Path.of("documents/en/goods-lift-notice-scan.pdf").toFile());
        PDDocument two = new PDDocument()) {
      two.importPage(one.getPage(0));
      two.importPage(one.getPage(0));
      two.save(scan.toFile());
    }
    WorkerProcess worker = new WorkerProcess(limits());
    try {
      worker.awaitReady();
      AtomicInteger pages = new AtomicInteger();
      SourceFile file = new SourceFile(scan, "scan.pdf", MediaTypes.PDF);
      worker.parse(file, done -> {}, pages::incrementAndGet);
      assertEquals(2, pages.get());
    } finally {
      worker.kill();
    }
  }

  @Test
  void saysHowLongAFileAndAPageMayTake() {
    ParseLimits limits = new ParseLimits(limits().withTimeout(Duration.ofSeconds(5)));
    assertTrue(limits.tooLate().detail().contains(" 5 seconds"), limits.tooLate()::detail);
    assertTrue(limits.page().compareTo(Tesseract.PAGE) > 0, limits.page()::toString);
    assertTrue(limits.pageTooLate().detail().contains(" 65 seconds"), limits.tooLate()::detail);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void stopsAtOnceWhenTheParseIsCancelled() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(limits())) {
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
    try (IsolatedParser parser = new IsolatedParser(limits())) {
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
    try (IsolatedParser parser = new IsolatedParser(limits())) {
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
    try (IsolatedParser parser = new IsolatedParser(limits())) {
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
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void failsAFileThatCrashesTwoNewWorkers() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(limits())) {
      // The progress is told by a worker that is at the file.
      assertEquals("parser_crashed", code(parser.parse(PDF, done -> killOne(parser))));
      assertEquals(List.of(), parser.workers());
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  /** The document is taken up again: it is not to blame. */
  @Test
  void blamesNoFileForAWorkerThatDoesNotStart() {
    // A heap that Java refuses makes every worker end at once.
    try (IsolatedParser parser = new IsolatedParser(limits().withHeap(1))) {
      assertThrows(ParserNotStartedException.class, () -> parser.parse(SMALL, done -> {}));
      assertEquals(List.of(), parser.workers());
    }
  }

  @Test
  void waitsOnlySoLongForAWorkerToStart() {
    Duration soon = Duration.ofMillis(5);
    try (IsolatedParser parser = new IsolatedParser(limits().withStart(soon))) {
      assertThrows(ParserNotStartedException.class, () -> parser.parse(SMALL, done -> {}));
      assertEquals(List.of(), parser.workers());
    }
  }

  /** Otherwise what a file leaves on disk when its worker is killed would stay for ever. */
  @Test
  void removesWhatTheWorkersOfAKilledServerLeft() throws Exception {
    Path left = directory.resolve("parsing/passim-parser123/part.tmp");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "half a document");
    try (IsolatedParser _ = new IsolatedParser(limits())) {
      assertFalse(Files.exists(left.getParent()));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void stopsAFileThatFillsTheDisk() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(limits().withDisk(2))) {
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      long worker = parser.workers().getFirst();
      signal("STOP", worker);
      try (Stream<Path> workers = Files.list(directory.resolve("parsing"))) {
        Path own = workers.findFirst().orElseThrow();
        Files.write(own.resolve("unfolded.tmp"), new byte[3 << 20]);
      }
      assertEquals("too_large", code(parser.parse(SMALL, done -> {})));
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  /** Such as the text recognition of a scanned page. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void endsWhatAWorkerHasStarted() throws Exception {
    Process worker = new ProcessBuilder("sh", "-c", "sleep 300 & wait").start();
    List<ProcessHandle> started =
        await().until(() -> worker.descendants().toList(), children -> !children.isEmpty());
    WorkerProcess.end(worker.toHandle());
    assertTrue(worker.waitFor(10, TimeUnit.SECONDS));
    await().until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Whose parent is gone is found no more: it would go on with no limit on its time. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void endsTheTextRecognitionOfAWorkerThatHasDied() throws Exception {
    assumeTrue(new Tesseract().isInstalled(), "needs Tesseract");
    Path scan = Path.of("documents/en/goods-lift-notice-scan.pdf").toAbsolutePath();
    try (IsolatedParser parser = new IsolatedParser(limits())) {
      AtomicReference<ParseResult> result = new AtomicReference<>();
      Thread parsing =
          Thread.ofVirtual()
              .start(() ->
                  result.set(
                      assertDoesNotThrow(() ->
                          parser.parse(
                              new SourceFile(scan, "scan.pdf", MediaTypes.PDF), done -> {}))));
      ProcessHandle recognition =
          await()
              .pollInterval(Duration.ofMillis(1))
              .until(() -> recognition(parser), Optional::isPresent)
              .orElseThrow();
      signal("STOP", recognition.pid());
      long worker = parser.workers().getFirst();
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      signal("KILL", worker);
      await().atMost(Duration.ofSeconds(10)).until(() -> !recognition.isAlive());
      parsing.join();
      assertInstanceOf(ParseResult.Parsed.class, result.get());
    }
  }

  @Test
  void endsAnIdleWorker() throws Exception {
    try (IsolatedParser parser = new IsolatedParser(limits().withIdle(Duration.ofMillis(200)))) {
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
      await().atMost(Duration.ofSeconds(20)).until(() -> parser.workers().isEmpty());
      assertInstanceOf(ParseResult.Parsed.class, parser.parse(SMALL, done -> {}));
    }
  }

  @Test
  void parsesNothingOnceClosed() {
    IsolatedParser parser = new IsolatedParser(limits());
    parser.close();
    assertThrows(InterruptedException.class, () -> parser.parse(SMALL, done -> {}));
  }

  @Test
  void leavesNoOrphanWhenTheServerDies() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("worker"));
    Process worker = WorkerCommand.of(limits(), temporary).start();
    try {
      worker.getOutputStream().close();
      assertTrue(worker.waitFor(60, TimeUnit.SECONDS));
      assertFalse(Files.exists(temporary));
    } finally {
      worker.destroyForcibly();
    }
  }

  private static Optional<ProcessHandle> recognition(IsolatedParser parser) {
    return parser.workers().stream()
        .flatMap(worker -> ProcessHandle.of(worker).stream())
        .flatMap(ProcessHandle::descendants)
        .filter(started ->
            started.info().arguments().stream().anyMatch(all -> List.of(all).contains("tsv")))
        .findFirst();
  }

  private static void killOne(IsolatedParser parser) {
    assertDoesNotThrow(() -> signal("KILL", parser.workers().getFirst()));
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

  private TestParseConfig limits() {
    return TestParseConfig.in(directory.resolve("parsing"));
  }
}
