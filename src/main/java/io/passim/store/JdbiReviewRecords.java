package io.passim.store;

import io.passim.store.ConversationRecords.FeedbackRow;
import io.passim.store.ConversationRecords.TurnRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbiReviewRecords implements ReviewRecords {
  /** The turns that were answered badly, with what was said of them. */
  private static final String BAD_TURNS =
      """
      FROM turns t
        LEFT JOIN feedback f ON f.answer_id = t.answer_id AND f.rating = 'down'
      WHERE t.question_key IS NOT NULL
        AND (t.outcome IN ('unsure', 'not_found') OR f.answer_id IS NOT NULL)
      """;

  // A question that an answer was pinned for is open again if it went wrong since.
  private static final String ITEMS =
      """
      SELECT i.*, r.kind, r.note, r.curated_id, r.resolved_at,
        CASE WHEN r.kind IS NULL OR (r.kind = 'curated' AND i.last_seen > r.resolved_at)
          THEN 0 ELSE 1 END AS resolved
      FROM (
        SELECT t.question_key, COUNT(*) AS asked, COUNT(f.answer_id) AS down_rated,
          MAX(t.answered_at) AS last_asked,
          MAX(CASE WHEN f.given_at > t.answered_at THEN f.given_at ELSE t.answered_at END)
            AS last_seen
      """
          + BAD_TURNS
          + """
            GROUP BY t.question_key
          ) i LEFT JOIN review_resolutions r ON r.question_key = i.question_key
          """;

  private final Jdbi jdbi;

  @Inject
  JdbiReviewRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<ReviewRow> list(boolean resolved, @Nullable Position after, int limit) {
    String items = "SELECT * FROM (" + ITEMS + ") q WHERE q.resolved = :resolved";
    String rest =
        after == null
            ? ""
            : " AND (q.last_asked < :at OR (q.last_asked = :at AND q.question_key > :key))";
    return jdbi.inTransaction(handle -> {
      Query query =
          handle
              .createQuery(
                  items
                      + rest
                      + " ORDER BY q.last_asked DESC, q.question_key FETCH FIRST :limit ROWS ONLY")
              .bind("resolved", resolved ? 1 : 0)
              .bind("limit", limit);
      if (after != null) {
        query.bind("at", utc(after.lastAskedAt())).bind("key", after.questionKey());
      }
      return query.map((row, context) -> item(handle, row)).list();
    });
  }

  @Override
  public Optional<ReviewRow> find(String questionKey) {
    return jdbi.inTransaction(handle -> find(handle, questionKey));
  }

  @Override
  public List<TurnRow> turns(String questionKey, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT t.answer_id, t.conversation_id, t.ask_id, t.seq, t.answer, t.answered_at "
                    + BAD_TURNS
                    + " AND t.question_key = :key ORDER BY t.answered_at DESC, t.answer_id"
                    + " FETCH FIRST :limit ROWS ONLY")
            .bind("key", questionKey)
            .bind("limit", limit)
            .map(JdbiConversationRecords::turn)
            .list());
  }

  @Override
  public List<FeedbackRow> feedback(String questionKey, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT f.answer_id, f.rating, f.reason, f.expected, f.given_at "
                    + BAD_TURNS
                    + " AND t.question_key = :key AND f.answer_id IS NOT NULL"
                    + " ORDER BY f.given_at DESC, f.answer_id FETCH FIRST :limit ROWS ONLY")
            .bind("key", questionKey)
            .bind("limit", limit)
            .map((row, context) ->
                new FeedbackRow(
                    row.getString("answer_id"),
                    row.getString("rating"),
                    row.getString("reason"),
                    row.getString("expected"),
                    instant(row, "given_at")))
            .list());
  }

  @Override
  public boolean resolve(ResolutionRow resolution, @Nullable CaseRow test) {
    boolean resolved =
        jdbi.inTransaction(handle -> {
          if (find(handle, resolution.questionKey()).isEmpty()) {
            return false;
          }
          forget(handle, resolution.questionKey());
          insert(handle, resolution);
          if (test != null) {
            insert(handle, test);
          }
          return true;
        });
    DurableCommits.force(jdbi);
    return resolved;
  }

  @Override
  public boolean reopen(String questionKey) {
    boolean reopened = jdbi.inTransaction(handle -> forget(handle, questionKey));
    DurableCommits.force(jdbi);
    return reopened;
  }

  @Override
  public List<CaseRow> cases() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM review_cases ORDER BY created_at, id")
            .map(JdbiReviewRecords::test)
            .list());
  }

  @Override
  public int countCases() {
    return jdbi.withHandle(handle ->
        handle.createQuery("SELECT COUNT(*) FROM review_cases").mapTo(Integer.class).one());
  }

  @Override
  public boolean deleteCase(String id) {
    boolean deleted =
        jdbi.withHandle(handle ->
            handle.createUpdate("DELETE FROM review_cases WHERE id = :id").bind("id", id).execute()
                > 0);
    DurableCommits.force(jdbi);
    return deleted;
  }

  private static Optional<ReviewRow> find(Handle handle, String questionKey) {
    return handle
        .createQuery(ITEMS + " WHERE i.question_key = :key")
        .bind("key", questionKey)
        .map((row, context) -> item(handle, row))
        .findOne();
  }

  /** Removes the decision about a question and its case; false if there was no decision. */
  private static boolean forget(Handle handle, String questionKey) {
    handle
        .createUpdate("DELETE FROM review_cases WHERE question_key = :key")
        .bind("key", questionKey)
        .execute();
    return handle
            .createUpdate("DELETE FROM review_resolutions WHERE question_key = :key")
            .bind("key", questionKey)
            .execute()
        > 0;
  }

  private static void insert(Handle handle, ResolutionRow resolution) {
    handle
        .createUpdate("INSERT INTO review_resolutions VALUES (:key, :kind, :note, :curated, :at)")
        .bind("key", resolution.questionKey())
        .bind("kind", resolution.kind())
        .bind("note", resolution.note())
        .bind("curated", resolution.curatedId())
        .bind("at", utc(resolution.resolvedAt()))
        .execute();
  }

  private static void insert(Handle handle, CaseRow test) {
    handle
        .createUpdate(
            "INSERT INTO review_cases VALUES (:id, :key, :question, :context, :answers, :at)")
        .bind("id", test.id())
        .bind("key", test.questionKey())
        .bind("question", test.question())
        .bind("context", test.context())
        .bind("answers", String.join("\n", test.answers()))
        .bind("at", utc(test.createdAt()))
        .execute();
  }

  private static ReviewRow item(Handle handle, ResultSet row) throws SQLException {
    String key = row.getString("question_key");
    String kind = row.getString("kind");
    return new ReviewRow(
        key,
        row.getInt("asked"),
        row.getInt("down_rated"),
        instant(row, "last_asked"),
        collections(handle, key),
        kind == null
            ? null
            : new ResolutionRow(
                key,
                kind,
                row.getString("note"),
                row.getString("curated_id"),
                instant(row, "resolved_at")),
        row.getInt("resolved") == 1);
  }

  /** Where a question was asked; empty if it was asked everywhere at least once. */
  private static Set<String> collections(Handle handle, String questionKey) {
    List<String> scopes =
        handle
            .createQuery("SELECT t.collection_ids " + BAD_TURNS + " AND t.question_key = :key")
            .bind("key", questionKey)
            .mapTo(String.class)
            .list();
    Set<String> collections = new HashSet<>();
    for (String scope : scopes) {
      if (scope == null || scope.isEmpty()) {
        return Set.of();
      }
      collections.addAll(scope.lines().toList());
    }
    return collections;
  }

  private static CaseRow test(ResultSet row, StatementContext context) throws SQLException {
    return new CaseRow(
        row.getString("id"),
        row.getString("question_key"),
        row.getString("question"),
        row.getString("context"),
        row.getString("answers").lines().toList(),
        instant(row, "created_at"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
