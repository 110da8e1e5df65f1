package io.passim.evaluate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentCollection;
import io.passim.evaluate.SquadDataset.Article;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.store.TestRecords;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while an evaluation runs: its questions are answered one by one, as a test says. */
class EvaluationQueueTest {
  private static final int QUESTIONS = 50;

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();
  private final GatedReader reader = new GatedReader();
  private TestEvaluations opened;

  @BeforeEach
  void open() {
    opened = TestEvaluations.open(directory, reader.answerer(index), index);
    opened.records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
    IndexedTexts.put(index, "d_1", "The harbour wall is 80 metres long.");
  }

  @AfterEach
  void close() {
    reader.open();
    opened.close();
  }

  @Test
  void tellsHowFarItIs() {
    Evaluation queued = opened.evaluations.submit(request());
    assertEquals(EvaluationStatus.QUEUED, queued.status());
    reader.let(5);
    Evaluation running = awaitAsked(queued.id(), 5);
    assertEquals(EvaluationStatus.RUNNING, running.status());
    assertNotNull(running.timeLeft());
    assertNotNull(running.provenance());
    assertNull(running.report());
    assertEquals(running.status(), opened.evaluations.list().getFirst().status());
    reader.open();
    Evaluation done = opened.awaitEnd(queued.id());
    assertEquals(QUESTIONS, done.asked());
    assertNull(done.timeLeft());
  }

  @Test
  void runsOnALowPriorityOneAtATimeInOrder() {
    List<String> ids =
        List.of(
            opened.evaluations.submit(request()).id(), opened.evaluations.submit(request()).id());
    reader.let(1);
    awaitAsked(ids.getFirst(), 1);
    assertEquals(
        EvaluationStatus.QUEUED, opened.evaluations.find(ids.getLast()).orElseThrow().status());
    reader.open();
    Evaluation second = opened.awaitEnd(ids.getLast());
    Evaluation first = opened.awaitEnd(ids.getFirst());
    assertFalse(
        Objects.requireNonNull(second.startedAt())
            .isBefore(Objects.requireNonNull(first.finishedAt())));
    assertEquals(List.of(Thread.MIN_PRIORITY), reader.priorities());
    assertFalse(reader.askedInForeground());
  }

  @Test
  void keepsWhatWasMeasuredWhenCancelled() {
    String id = opened.evaluations.submit(request()).id();
    reader.let(30);
    awaitAsked(id, 30);
    opened.evaluations.cancel(id);
    Evaluation cancelled = opened.awaitEnd(id);
    assertEquals(EvaluationStatus.CANCELLED, cancelled.status());
    assertEquals(30, cancelled.asked());
    assertEquals(30, Objects.requireNonNull(cancelled.report()).counts().questions());
    assertEquals(30, opened.outcomes(cancelled).size());
    InvalidEvaluationException e =
        assertThrows(InvalidEvaluationException.class, () -> opened.evaluations.cancel(id));
    assertEquals("evaluation_final", e.problem().code());
    assertEquals(Optional.empty(), opened.evaluations.cancel("e_0"));
  }

  @Test
  void oneThatWaitsIsCancelledAtOnce() {
    String first = opened.evaluations.submit(request()).id();
    opened.awaitStatus(first, EvaluationStatus.RUNNING);
    String second = opened.evaluations.submit(request()).id();
    Evaluation cancelled = opened.evaluations.cancel(second).orElseThrow();
    assertEquals(EvaluationStatus.CANCELLED, cancelled.status());
    assertEquals(Optional.of(cancelled), opened.evaluations.find(second));
    assertEquals(Optional.empty(), opened.records.evaluationFiles().find(second));
    reader.open();
    assertEquals(EvaluationStatus.DONE, opened.awaitEnd(first).status());
    assertEquals(List.of(), opened.evaluations.outcomes(second));
  }

  @Test
  void deletesOneThatRuns() {
    String id = opened.evaluations.submit(request()).id();
    reader.let(25);
    awaitAsked(id, 25);
    assertTrue(opened.evaluations.delete(id));
    assertEquals(List.of(), opened.evaluations.list());
    assertEquals(Optional.empty(), opened.records.evaluationFiles().find(id));
    reader.open();
    assertEquals(EvaluationStatus.DONE, opened.run(request()).status());
  }

  @Test
  void canBeWaitedFor() throws InterruptedException {
    String id = opened.evaluations.submit(request()).id();
    Evaluation waited = opened.evaluations.await(id, Duration.ofMillis(10)).orElseThrow();
    assertFalse(waited.status().isFinal());
    reader.open();
    Evaluation ended = opened.evaluations.await(id, Duration.ofMinutes(1)).orElseThrow();
    assertEquals(EvaluationStatus.DONE, ended.status());
    assertEquals(Optional.empty(), opened.evaluations.await("e_0", Duration.ofMinutes(1)));
  }

  @Test
  void refusesMoreThanMayWait() {
    String running = opened.evaluations.submit(request()).id();
    opened.awaitStatus(running, EvaluationStatus.RUNNING);
    for (int i = 0; i < TestEvaluations.QUEUE; i++) {
      opened.evaluations.submit(request());
    }
    assertThrows(EvaluationQueueFullException.class, () -> opened.evaluations.submit(request()));
    assertEquals(TestEvaluations.QUEUE + 1, opened.evaluations.list().size());
  }

  @Test
  void waitsWherePeopleTakeEveryPlaceAtTheReader() {
    reader.overloaded(2);
    reader.open();
    Evaluation done = opened.run(request());
    assertEquals(EvaluationStatus.DONE, done.status());
    assertEquals(QUESTIONS, done.asked());
  }

  @Test
  void isInterruptedByAStop() {
    String id = opened.evaluations.submit(request()).id();
    reader.let(25);
    awaitAsked(id, 25);
    opened.close();
    open();
    Evaluation interrupted = opened.evaluations.find(id).orElseThrow();
    assertEquals(EvaluationStatus.INTERRUPTED, interrupted.status());
    assertEquals(25, interrupted.asked());
    assertNull(interrupted.report());
    assertEquals(25, opened.evaluations.outcomes(id).size());
  }

  @Test
  void isInterruptedByACrashAndLeavesNothingBehind() throws Exception {
    String id = opened.evaluations.submit(own()).id();
    reader.let(25);
    awaitAsked(id, 25);
    assertTrue(Files.isDirectory(directory.resolve("evaluations/running")));
    // Another server over what this one has on disk: to it, this one has crashed.
    GatedReader other = new GatedReader();
    other.open();
    try (TestEvaluations restarted =
        TestEvaluations.open(copy(directory), other.answerer(index), index)) {
      Path data = directory.resolve("copy");
      Evaluation interrupted = restarted.evaluations.find(id).orElseThrow();
      assertEquals(EvaluationStatus.INTERRUPTED, interrupted.status());
      assertNotNull(interrupted.finishedAt());
      assertEquals(20, restarted.evaluations.outcomes(id).size());
      assertFalse(Files.exists(data.resolve("evaluations/running")));
      assertEquals(Optional.empty(), restarted.records.evaluationFiles().find(id));
    }
  }

  @Test
  void whatWaitedIsRunByTheNextStart() {
    String running = opened.evaluations.submit(request()).id();
    opened.awaitStatus(running, EvaluationStatus.RUNNING);
    String waiting = opened.evaluations.submit(request()).id();
    opened.close();
    reader.open();
    open();
    assertEquals(EvaluationStatus.DONE, opened.awaitEnd(waiting).status());
    assertEquals(
        EvaluationStatus.INTERRUPTED, opened.evaluations.find(running).orElseThrow().status());
  }

  @Test
  void whatWaitedWithoutItsDatasetIsInterrupted() {
    String running = opened.evaluations.submit(request()).id();
    opened.awaitStatus(running, EvaluationStatus.RUNNING);
    String waiting = opened.evaluations.submit(request()).id();
    opened.close();
    opened.records.evaluationFiles().delete(waiting);
    open();
    assertEquals(
        EvaluationStatus.INTERRUPTED, opened.evaluations.find(waiting).orElseThrow().status());
  }

  private Evaluation awaitAsked(String id, int asked) {
    return await()
        .until(() -> opened.evaluations.find(id).orElseThrow(), found -> found.asked() == asked);
  }

  private static Path copy(Path directory) throws Exception {
    Path copy = Files.createDirectories(directory.resolve("copy"));
    try (var connection = TestRecords.connect(directory);
        var backup = connection.prepareStatement("BACKUP TO ?")) {
      Path zip = directory.resolve("records.zip");
      backup.setString(1, zip.toString());
      backup.execute();
      try (var files = FileSystems.newFileSystem(zip)) {
        Files.copy(files.getPath("/records.mv.db"), copy.resolve("records.mv.db"));
      }
    }
    Path evaluations = directory.resolve("evaluations");
    try (var files = Files.walk(evaluations)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve("evaluations").resolve(evaluations.relativize(file)));
      }
    }
    return copy;
  }

  private static EvaluationRequest request() {
    return new EvaluationRequest("Harbour", List.of("c"), dataset());
  }

  /** The same over the dataset's own contexts. */
  private static EvaluationRequest own() {
    return new EvaluationRequest("Harbour", null, dataset());
  }

  private static SquadDataset dataset() {
    List<Asked> questions =
        IntStream.range(0, QUESTIONS)
            .mapToObj(i ->
                new Asked("q" + i, "How long is the harbour wall?", null, List.of("80 metres")))
            .toList();
    return new SquadDataset(
        List.of(new Article("Harbour", List.of("The harbour wall is 80 metres long."), questions)));
  }
}
