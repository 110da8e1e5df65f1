package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Problem;
import io.passim.store.EvaluationRecords.EvaluationRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiEvaluationRecordsTest {
  private static final Instant EARLY = Instant.parse("2026-03-31T10:00:00.123456Z");

  @TempDir Path directory;
  private Connection open;
  private EvaluationRecords evaluations;

  @BeforeEach
  void open() throws SQLException {
    open = TestRecords.connect(directory);
    evaluations = TestRecords.open(directory).evaluations();
  }

  @AfterEach
  void close() throws SQLException {
    open.close();
  }

  @Test
  void keepsAllOfAnEvaluation() {
    EvaluationRow full =
        new EvaluationRow(
            "e_1",
            "Näme '; --",
            List.of("a", "b"),
            "reader-é",
            "9f2c",
            "FAILED",
            new Problem("internal_error", "Why."),
            10,
            3,
            "{\"p\":1}",
            "{\"r\":1}",
            EARLY,
            EARLY.plusSeconds(1),
            EARLY.plusSeconds(2));
    evaluations.insert(full);
    assertEquals(Optional.of(full), evaluations.find("e_1"));
    EvaluationRow bare = row("e_2", EARLY, "QUEUED", null);
    evaluations.insert(bare);
    assertEquals(Optional.of(bare), evaluations.find("e_2"));
    assertEquals(Optional.empty(), evaluations.find("e_3"));
  }

  @Test
  void updatesWhatChanges() {
    evaluations.insert(row("e_1", EARLY, "QUEUED", null));
    EvaluationRow done = row("e_1", EARLY, "DONE", "{}");
    assertTrue(evaluations.update(done));
    assertEquals(Optional.of(done), evaluations.find("e_1"));
    assertFalse(evaluations.update(row("e_2", EARLY, "DONE", "{}")));
    assertEquals(Optional.empty(), evaluations.find("e_2"));
  }

  @Test
  void listsTheNewestFirstAndThoseOfAStatusOldestFirst() {
    evaluations.insert(row("e_2", EARLY.plusSeconds(2), "QUEUED", null));
    evaluations.insert(row("e_1", EARLY.plusSeconds(1), "QUEUED", null));
    evaluations.insert(row("e_3", EARLY.plusSeconds(3), "RUNNING", null));
    assertEquals(List.of("e_3", "e_2"), ids(evaluations.list(2)));
    assertEquals(List.of("e_1", "e_2"), ids(evaluations.withStatus("QUEUED")));
  }

  @Test
  void keepsOutcomesInOrderAndDeletesThemWithTheirEvaluation() {
    evaluations.insert(row("e_1", EARLY, "RUNNING", null));
    evaluations.insert(row("e_2", EARLY, "RUNNING", null));
    evaluations.addOutcomes("e_1", 2, List.of("c"));
    evaluations.addOutcomes("e_1", 0, List.of("a", "b"));
    evaluations.addOutcomes("e_1", 3, List.of());
    evaluations.addOutcomes("e_2", 0, List.of("x".repeat(100_000)));
    assertEquals(List.of("a", "b", "c"), evaluations.outcomes("e_1"));
    assertTrue(evaluations.delete("e_1"));
    assertFalse(evaluations.delete("e_1"));
    assertEquals(List.of(), evaluations.outcomes("e_1"));
    assertEquals(100_000, evaluations.outcomes("e_2").getFirst().length());
    assertThrows(StatementException.class, () -> evaluations.addOutcomes("e_1", 0, List.of("a")));
  }

  @Test
  void keepsDatasetsUntilTheyHaveRun() throws Exception {
    EvaluationFiles files = TestRecords.open(directory).evaluationFiles();
    files.retain(Set.of());
    files.put("e_1", new byte[] {1});
    files.put("e_2", new byte[] {2});
    Path scratch = files.newScratch();
    Files.writeString(scratch.resolve("left"), "by a crash");
    files.retain(Set.of("e_2"));
    assertEquals(Optional.empty(), files.find("e_1"));
    assertEquals(2, Files.readAllBytes(files.find("e_2").orElseThrow())[0]);
    assertFalse(Files.exists(scratch));
    files.delete("e_2");
    files.delete("e_2");
    assertEquals(Optional.empty(), files.find("e_2"));
    for (String id : List.of("", "../x", "a/b", "e 1")) {
      assertThrows(IllegalArgumentException.class, () -> files.find(id));
    }
  }

  private static List<String> ids(List<EvaluationRow> rows) {
    return rows.stream().map(EvaluationRow::id).toList();
  }

  private static EvaluationRow row(
      String id, Instant createdAt, String status, @Nullable String report) {
    return new EvaluationRow(
        id, "Name", null, null, null, status, null, 5, 0, null, report, createdAt, null, null);
  }
}
