package io.passim.store;

import io.passim.document.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbiEvaluationRecords implements EvaluationRecords {
  private final Jdbi jdbi;

  @Inject
  JdbiEvaluationRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void insert(EvaluationRow evaluation) {
    List<String> collections = evaluation.collectionIds();
    jdbi.useHandle(handle ->
        bind(
                handle.createUpdate(
                    """
                    INSERT INTO evaluations (id, name, collection_ids, reader, dataset_sha256,
                      status, problem_code, problem_detail, questions, asked, provenance, report,
                      created_at, started_at, finished_at)
                    VALUES (:id, :name, :collections, :reader, :dataset, :status, :problemCode,
                      :problemDetail, :questions, :asked, :provenance, :report, :createdAt,
                      :startedAt, :finishedAt)
                    """),
                evaluation)
            .bind("name", evaluation.name())
            .bind("collections", collections == null ? null : String.join("\n", collections))
            .bind("reader", evaluation.reader())
            .bind("dataset", evaluation.datasetSha256())
            .bind("questions", evaluation.questions())
            .bind("createdAt", utc(evaluation.createdAt()))
            .execute());
    DurableCommits.force(jdbi);
  }

  @Override
  public boolean update(EvaluationRow evaluation) {
    return jdbi.withHandle(handle ->
        bind(
                    handle.createUpdate(
                        """
                        UPDATE evaluations SET status = :status, problem_code = :problemCode,
                          problem_detail = :problemDetail, asked = :asked,
                          provenance = :provenance, report = :report, started_at = :startedAt,
                          finished_at = :finishedAt
                        WHERE id = :id
                        """),
                    evaluation)
                .execute()
            == 1);
  }

  @Override
  public Optional<EvaluationRow> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM evaluations WHERE id = :id")
            .bind("id", id)
            .map(JdbiEvaluationRecords::read)
            .findOne());
  }

  @Override
  public List<EvaluationRow> list(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM evaluations ORDER BY created_at DESC, id LIMIT :limit")
            .bind("limit", limit)
            .map(JdbiEvaluationRecords::read)
            .list());
  }

  @Override
  public List<EvaluationRow> withStatus(String status) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM evaluations WHERE status = :status ORDER BY created_at, id")
            .bind("status", status)
            .map(JdbiEvaluationRecords::read)
            .list());
  }

  @Override
  public boolean delete(String id) {
    boolean there =
        jdbi.withHandle(handle ->
            handle.createUpdate("DELETE FROM evaluations WHERE id = :id").bind("id", id).execute()
                > 0);
    DurableCommits.force(jdbi);
    return there;
  }

  @Override
  public void addOutcomes(String evaluationId, int place, List<String> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    jdbi.useTransaction(handle -> {
      PreparedBatch batch =
          handle.prepareBatch("INSERT INTO evaluated_questions VALUES (:id, :place, :outcome)");
      int next = place;
      for (String outcome : outcomes) {
        batch.bind("id", evaluationId).bind("place", next++).bind("outcome", outcome).add();
      }
      batch.execute();
    });
  }

  @Override
  public List<String> outcomes(String evaluationId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT outcome FROM evaluated_questions WHERE evaluation_id = :id ORDER BY place")
            .bind("id", evaluationId)
            .mapTo(String.class)
            .list());
  }

  @Override
  public void replaceOutcome(String evaluationId, int place, String outcome) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "UPDATE evaluated_questions SET outcome = :outcome"
                    + " WHERE evaluation_id = :id AND place = :place")
            .bind("id", evaluationId)
            .bind("place", place)
            .bind("outcome", outcome)
            .execute());
  }

  @Override
  public List<String> overCollections() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT id FROM evaluations WHERE collection_ids IS NOT NULL ORDER BY id")
            .mapTo(String.class)
            .list());
  }

  /** Binds what changes in the life of an evaluation, and its id. */
  private static <S extends SqlStatement<S>> S bind(S statement, EvaluationRow evaluation) {
    Problem problem = evaluation.problem();
    return statement
        .bind("id", evaluation.id())
        .bind("status", evaluation.status())
        .bind("problemCode", problem == null ? null : problem.code())
        .bind("problemDetail", problem == null ? null : problem.detail())
        .bind("asked", evaluation.asked())
        .bind("provenance", evaluation.provenance())
        .bind("report", evaluation.report())
        .bind("startedAt", utc(evaluation.startedAt()))
        .bind("finishedAt", utc(evaluation.finishedAt()));
  }

  private static EvaluationRow read(ResultSet row, StatementContext context) throws SQLException {
    String collections = row.getString("collection_ids");
    String problem = row.getString("problem_code");
    return new EvaluationRow(
        row.getString("id"),
        row.getString("name"),
        collections == null ? null : collections.lines().toList(),
        row.getString("reader"),
        row.getString("dataset_sha256"),
        row.getString("status"),
        problem == null ? null : new Problem(problem, row.getString("problem_detail")),
        row.getInt("questions"),
        row.getInt("asked"),
        row.getString("provenance"),
        row.getString("report"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("started_at", OffsetDateTime.class)),
        instant(row.getObject("finished_at", OffsetDateTime.class)));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
