package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.QuestionAnswerer;
import io.passim.answer.TestAnswerers;
import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentScope;
import io.passim.evaluate.EvaluationComparison.Pair;
import io.passim.evaluate.SquadDataset.Article;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.PassageQuery;
import io.passim.index.TestIndexes;
import io.passim.rank.Thresholds;
import io.passim.store.ErasureRecords.Holder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredEvaluationsTest {
  private static final SquadDataset HARBOUR =
      new SquadDataset(
          List.of(
              new Article(
                  "Harbour_wall",
                  List.of("The harbour wall is 80 metres long.", "It was built in 1931."),
                  List.of(
                      asked("1", "How long is the harbour wall?", "80 metres"),
                      asked("2", "When was the harbour wall built?", "1931"),
                      asked("3", "Who paid for the harbour wall?")))));

  @TempDir Path directory;
  private final PassageIndex index = TestIndexes.inMemory();
  private final QuestionAnswerer answerer = TestAnswerers.matching(index, "\\d+ metres", 0.9);
  private TestEvaluations opened;

  @BeforeEach
  void open() {
    opened = TestEvaluations.open(directory, answerer, index);
    opened.records.collections().insert(new DocumentCollection("c", "C", "en", 0, 0));
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void measuresADatasetOverItsOwnContexts() {
    Evaluation done = opened.run(request(null));
    assertEquals(EvaluationStatus.DONE, done.status());
    assertEquals(3, done.asked());
    EvaluationReport report = Objects.requireNonNull(done.report());
    // "80 metres" to every question: right, wrong, wrong
    assertEquals(1.0 / 3, report.overall().f1());
    assertEquals(1.0 / 2, report.answerable().exact());
    assertEquals(0, report.noAnswerAccuracy());
    assertEquals(1, report.retrieval().at1());
    assertEquals("scripted", Objects.requireNonNull(done.provenance()).reader());
    assertNotNull(done.startedAt());
    assertNotNull(done.finishedAt());
    assertEquals(
        List.of("1", "2", "3"), opened.outcomes(done).stream().map(QuestionOutcome::id).toList());
    assertEquals(
        List.of(
            Optional.empty(), Optional.of(Cause.WRONG_SPAN), Optional.of(Cause.ANSWERED_ANYWAY)),
        opened.outcomes(done).stream()
            .map(outcome -> Optional.ofNullable(outcome.cause()))
            .toList());
  }

  @Test
  void theDatasetsContextsAreFoundByNobodyAndGoAfterwards() {
    long before = index.generation();
    Evaluation done = opened.run(request(null));
    assertEquals(EvaluationStatus.DONE, done.status());
    assertEquals(before, index.generation());
    assertEquals(
        List.of(),
        index.search(new PassageQuery("harbour wall", DocumentScope.EVERYWHERE, 10)).hits());
    assertEquals(List.of("c"), collections());
    assertFalse(Files.exists(directory.resolve("evaluations/running")));
    assertEquals(Optional.empty(), opened.records.evaluationFiles().find(done.id()));
  }

  @Test
  void aCollectionIsMeasuredWithItsOwnThresholdAndADatasetWithTheServers() {
    IndexedTexts.put(index, "d_1", "The harbour wall is 80 metres long.");
    Thresholds strict = new Thresholds(Map.of("c", 0.95, "dataset", 0.95));
    opened.close();
    opened =
        TestEvaluations.open(
            directory, TestAnswerers.deciding(index, () -> strict, "\\d+ metres", 0.9), index);
    Evaluation held = opened.run(request(List.of("c")));
    assertEquals(0, Objects.requireNonNull(held.report()).counts().answered());
    assertEquals(Cause.HELD_BACK, opened.outcomes(held).getFirst().cause());
    Evaluation own = opened.run(request(null));
    assertEquals(3, Objects.requireNonNull(own.report()).counts().answered());
    assertNotEquals(
        Objects.requireNonNull(held.provenance()).configuration(),
        Objects.requireNonNull(own.provenance()).configuration());
  }

  @Test
  void measuresACollectionAndNoOther() {
    IndexedTexts.put(index, "d_1", "The harbour wall is 80 metres long.");
    opened.records.collections().insert(new DocumentCollection("other", "O", "en", 0, 0));
    Evaluation here = opened.run(request(List.of("c")));
    assertEquals(1.0 / 2, Objects.requireNonNull(here.report()).answerable().exact());
    Evaluation there = opened.run(request(List.of("other")));
    assertEquals(0, Objects.requireNonNull(there.report()).answerable().exact());
    assertEquals(2, Objects.requireNonNull(there.report()).misses().get(Cause.NOT_RETRIEVED));
  }

  @Test
  void isKnownAfterARestart() {
    Evaluation done = opened.run(request(null));
    List<QuestionOutcome> outcomes = opened.outcomes(done);
    close();
    open();
    assertEquals(Optional.of(done), opened.evaluations.find(done.id()));
    assertEquals(List.of(done), opened.evaluations.list());
    assertEquals(outcomes, opened.outcomes(done));
  }

  @Test
  void anOutcomeOfAnEarlierVersionHasNoDocument() {
    QuestionOutcome stored =
        EvaluationArchive.outcome(
            """
            {"id":"1","question":"How long?","type":"OTHER","language":null,"expected":["80 metres"],
             "predicted":"80 metres","score":{"exact":true,"f1":1.0},
             "best":{"text":"80 metres","confidence":0.9,"score":{"exact":true,"f1":1.0}},
             "rank":1,"cause":null,"latencyMs":1.0}
            """);
    assertNull(stored.source());
    assertEquals(
        List.of(stored), new OutcomeRedaction(opened.records.documents()).current(List.of(stored)));
  }

  @Test
  void wordsOfADeletedDocumentLeaveTheDatabaseToo() {
    DocumentId id = new DocumentId("d_1");
    opened.records.documents().insert(document(id));
    IndexedTexts.put(index, "d_1", "The harbour wall is 80 metres long.");
    Evaluation done = opened.run(request(List.of("c")));
    assertEquals("80 metres", opened.outcomes(done).get(1).predicted());
    opened.records.documents().delete(id);
    assertEquals("", opened.outcomes(done).get(1).predicted(), "read before it is erased");
    assertTrue(stored(done).contains("80 metres"));
    close();
    open();
    opened.erasure.erase();
    assertFalse(stored(done).contains("80 metres"), stored(done));
    assertEquals(Set.of(), opened.records.erasures().pending(Holder.EVALUATIONS));
    assertTrue(opened.outcomes(done).get(1).lostWords());
  }

  /** What is stored of the second question, whose references hold no word of the document. */
  private String stored(Evaluation evaluation) {
    return opened.records.evaluations().outcomes(evaluation.id()).get(1);
  }

  private static Document document(DocumentId id) {
    return Document.queued(id, "c", "", "d_1.txt", Instant.EPOCH)
        .withContent("text/plain", 46, "0".repeat(64))
        .parsed(DocumentMetadata.of("File", List.of()), "en", 1)
        .ready(1, Instant.EPOCH);
  }

  @Test
  void comparesWhatBothHave() {
    Evaluation here = opened.run(request(null));
    IndexedTexts.put(index, "d_1", "The harbour wall is 99 metres long.");
    Evaluation there = opened.run(request(List.of("c")));
    EvaluationComparison comparison =
        opened.evaluations.compare(here.id(), there.id()).orElseThrow();
    assertEquals(3, comparison.common());
    assertEquals(2, comparison.same());
    assertEquals(
        List.of("1"),
        comparison.better().stream().map(Pair::here).map(QuestionOutcome::id).toList());
    assertEquals(List.of(), comparison.worse());
    EvaluationComparison.Difference exact = comparison.differences().getFirst();
    assertEquals(new EvaluationComparison.Difference("exact", 1.0 / 3, 0.0, 1.0 / 3, 1.0), exact);
    EvaluationComparison back = opened.evaluations.compare(there.id(), here.id()).orElseThrow();
    assertEquals(1, back.worse().size());
    assertEquals(Optional.empty(), opened.evaluations.compare(here.id(), "e_0"));
  }

  @Test
  void deletesAFinishedOne() {
    Evaluation done = opened.run(request(null));
    assertTrue(opened.evaluations.delete(done.id()));
    assertEquals(Optional.empty(), opened.evaluations.find(done.id()));
    assertEquals(List.of(), opened.outcomes(done));
    assertFalse(opened.evaluations.delete(done.id()));
  }

  @Test
  void refusesWhatCannotBeAsked() {
    assertRefused("collection_not_found", new EvaluationRequest("N", List.of("no"), HARBOUR));
    assertRefused("collection_not_found", new EvaluationRequest("N", List.of(), HARBOUR));
    for (String name : List.of("", " ", "a\u0000b", "a\nb", "\ud800", "n".repeat(201))) {
      assertRefused("name_invalid", new EvaluationRequest(name, null, HARBOUR));
    }
    assertEquals(List.of(), opened.evaluations.list());
  }

  @Test
  void aHostileNameIsAName() {
    String name = "<script>'; DROP TABLE evaluations; --é𝄞";
    Evaluation done = opened.run(new EvaluationRequest(name, null, HARBOUR));
    assertEquals(name, opened.evaluations.find(done.id()).orElseThrow().name());
  }

  @Test
  void failsWithAReason() {
    close();
    opened =
        TestEvaluations.open(
            directory, TestAnswerers.failing(index, new IllegalStateException("a bug")), index);
    IndexedTexts.put(index, "d_1", "The harbour wall is 80 metres long.");
    Evaluation failed = opened.run(request(List.of("c")));
    assertEquals(EvaluationStatus.FAILED, failed.status());
    assertEquals("internal_error", Objects.requireNonNull(failed.problem()).code());
    assertNull(failed.report());
    Evaluation other = opened.run(request(List.of("c")));
    assertEquals(EvaluationStatus.FAILED, other.status(), "the next one runs all the same");
    InvalidEvaluationException e =
        assertThrows(
            InvalidEvaluationException.class,
            () -> opened.evaluations.compare(failed.id(), other.id()));
    assertEquals("evaluation_not_done", e.problem().code());
  }

  private void assertRefused(String code, EvaluationRequest request) {
    InvalidEvaluationException e =
        assertThrows(InvalidEvaluationException.class, () -> opened.evaluations.submit(request));
    assertEquals(code, e.problem().code());
  }

  private List<String> collections() {
    return opened.records.collections().list().stream().map(DocumentCollection::id).toList();
  }

  private static EvaluationRequest request(@Nullable List<String> collections) {
    return new EvaluationRequest("Harbour", collections, HARBOUR);
  }

  private static Asked asked(String id, String question, String... answers) {
    return new Asked(id, question, null, List.of(answers));
  }
}
