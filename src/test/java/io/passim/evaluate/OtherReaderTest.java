package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.TestAnswerers;
import io.passim.evaluate.SquadDataset.Article;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations with another reader than the server's, which is open for its run and not longer. */
class OtherReaderTest {
  private static final String DETAIL = "broken/model.onnx has the sha256 0c";

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();
  private final GatedReader gated = new GatedReader();
  private final ScriptedReaders readers =
      new ScriptedReaders()
          .with("metres", TestAnswerers.matching(index, "\\d+ metres", 0.9))
          .with("gated", gated.answerer(index))
          .with("failing", TestAnswerers.failing(index, new IllegalStateException("a bug")))
          .damaged("broken", DETAIL)
          .deceptive("deceptive")
          .large("large", 1001);
  private TestEvaluations opened;

  @BeforeEach
  void openFirst() {
    opened = open();
  }

  private TestEvaluations open() {
    return TestEvaluations.open(
        directory, TestAnswerers.matching(index, "19\\d\\d", 0.9), readers, index);
  }

  @AfterEach
  void close() {
    gated.open();
    opened.close();
    assertEquals(0, readers.open.get(), "every reader is closed");
  }

  @Test
  void answersAndIsClosed() {
    Evaluation other = opened.run(request("metres", 2));
    assertEquals(EvaluationStatus.DONE, other.status());
    assertEquals("metres", other.reader());
    assertEquals(1, Objects.requireNonNull(other.report()).overall().exact());
    assertEquals(1, readers.opened.get());
    Evaluation own = opened.run(request(null, 2));
    assertEquals(0, Objects.requireNonNull(own.report()).overall().exact());
    assertEquals(1, readers.opened.get(), "the server's reader is there already");
    assertEquals(own.datasetSha256(), other.datasetSha256());
    assertTrue(!Objects.equals(own.datasetSha256(), opened.run(request(null, 3)).datasetSha256()));
  }

  @Test
  void isClosedAfterACancellation() {
    String id = opened.evaluations.submit(request("gated", 9)).id();
    opened.awaitStatus(id, EvaluationStatus.RUNNING);
    gated.let(1);
    opened.evaluations.cancel(id);
    assertEquals(EvaluationStatus.CANCELLED, opened.awaitEnd(id).status());
    assertTrue(opened.evaluations.delete(id));
    assertEquals(0, readers.open.get());
  }

  @Test
  void isClosedAfterAFailure() {
    Evaluation failed = opened.run(request("failing", 2));
    assertEquals("internal_error", Objects.requireNonNull(failed.problem()).code());
    assertEquals(1, readers.opened.get());
  }

  @Test
  void isClosedWhenTheServerStopsAndOneThatWaitedIsRunByTheNextStart() {
    String runs = opened.evaluations.submit(request("gated", 9)).id();
    String waits = opened.evaluations.submit(request("metres", 2)).id();
    opened.awaitStatus(runs, EvaluationStatus.RUNNING);
    opened.close();
    assertEquals(0, readers.open.get());
    opened = open();
    assertEquals(EvaluationStatus.INTERRUPTED, opened.awaitEnd(runs).status());
    assertEquals(EvaluationStatus.DONE, opened.awaitEnd(waits).status());
    assertEquals("metres", opened.evaluations.find(waits).orElseThrow().reader());
  }

  @Test
  void oneThatCannotBeLoadedFailsTheRunWithTheReason() {
    Evaluation failed = opened.run(request("deceptive", 2));
    assertEquals(EvaluationStatus.FAILED, failed.status());
    assertEquals("reader_unusable", Objects.requireNonNull(failed.problem()).code());
    assertEquals("deceptive cannot be loaded", failed.problem().detail());
  }

  @Test
  void whatIsNotThereOrCannotBeUsedIsRefused() {
    for (String name :
        List.of("", ".", "../metres", "metres/", "absent", "\ud800", "x".repeat(9999))) {
      String detail = refused("reader_not_found", name);
      assertTrue(detail.contains("there are metres, gated"), detail);
      assertTrue(detail.length() <= 1001, detail);
    }
    assertEquals(DETAIL, refused("reader_unusable", "broken"));
    assertTrue(refused("reader_unusable", "large").contains("1001 bytes"));
    assertEquals(List.of(), opened.evaluations.list());
    assertEquals(Optional.empty(), opened.evaluations.find("e_1"));
  }

  private String refused(String code, String reader) {
    InvalidEvaluationException e =
        assertThrows(
            InvalidEvaluationException.class, () -> opened.evaluations.submit(request(reader, 1)));
    assertEquals(code, e.problem().code());
    return e.problem().detail();
  }

  private static EvaluationRequest request(@Nullable String reader, int questions) {
    List<Asked> asked =
        IntStream.range(0, questions)
            .mapToObj(i ->
                new Asked("q" + i, "How long is the harbour wall?", "en", List.of("80 metres")))
            .toList();
    return new EvaluationRequest(
        "N",
        null,
        reader,
        new SquadDataset(
            List.of(
                new Article("T", List.of("The harbour wall of 1931 is 80 metres long."), asked))));
  }
}
