package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbiDocumentRecords implements DocumentRecords {
  private static final String ORDER = " ORDER BY upload_order";
  private static final String FINAL = "('READY', 'FAILED')";

  private final Jdbi jdbi;

  @Inject
  JdbiDocumentRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean insert(Document document) {
    try {
      jdbi.useHandle(handle ->
          bind(
                  handle.createUpdate(
                      """
                      INSERT INTO documents (id, collection_id, filename, title, media_type,
                        bytes, sha256, language, pages, passages, status, progress,
                        problem_code, problem_detail, duplicate_of, uploaded_at, ready_at)
                      VALUES (:id, :collection, :filename, :title, :mediaType,
                        :bytes, :sha256, :language, :pages, :passages, :status, :progress,
                        :problemCode, :problemDetail, :duplicateOf, :uploadedAt, :readyAt)
                      """),
                  document)
              .execute());
      DurableCommits.force(jdbi);
      return true;
    } catch (UnableToExecuteStatementException e) {
      if (Constraints.violatedBy(e) && find(document.id()).isEmpty()) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean update(Document document) {
    boolean there = jdbi.withHandle(handle -> update(handle, document));
    if (document.status().isFinal()) {
      DurableCommits.force(jdbi);
    }
    return there;
  }

  @Override
  public Optional<Document> find(DocumentId id) {
    return select("WHERE id = :a", id.value(), "").stream().findFirst();
  }

  @Override
  public List<Document> list(String collectionId) {
    return select("WHERE collection_id = :a", collectionId, "");
  }

  @Override
  public Map<DocumentId, String> contents() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT id, sha256 FROM documents")
            .reduceResultSet(
                new HashMap<>(),
                (contents, row, context) -> {
                  contents.put(new DocumentId(row.getString("id")), row.getString("sha256"));
                  return contents;
                }));
  }

  @Override
  public List<Document> ready() {
    return select("WHERE status = 'READY' AND duplicate_of IS NULL", "", "");
  }

  @Override
  public List<Document> unfinished(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT * FROM documents d WHERE status NOT IN "
                    + FINAL
                    + " AND NOT EXISTS (SELECT 1 FROM documents f WHERE f.id = d.duplicate_of"
                    + " AND f.status NOT IN "
                    + FINAL
                    + ")"
                    + ORDER
                    + " FETCH FIRST :limit ROWS ONLY")
            .bind("limit", limit)
            .map(JdbiDocumentRecords::read)
            .list());
  }

  @Override
  public Optional<Document> findOriginal(String collectionId, String sha256) {
    return select(
            "WHERE collection_id = :a AND sha256 = :b AND status <> 'FAILED'"
                + " AND duplicate_of IS NULL",
            collectionId,
            sha256)
        .stream()
        .findFirst();
  }

  @Override
  public int countByContent(String sha256) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT COUNT(*) FROM documents WHERE sha256 = :sha256")
            .bind("sha256", sha256)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public List<Document> delete(DocumentId id) {
    List<Document> successors =
        jdbi.inTransaction(handle -> {
          List<Document> repeating =
              handle
                  .createQuery("SELECT * FROM documents WHERE duplicate_of = :id" + ORDER)
                  .bind("id", id.value())
                  .map(JdbiDocumentRecords::read)
                  .list();
          List<Document> queued =
              repeating.stream().map(repeat -> requeued(repeat, repeating.getFirst())).toList();
          queued.forEach(document -> update(handle, document));
          handle
              .createUpdate("DELETE FROM documents WHERE id = :id")
              .bind("id", id.value())
              .execute();
          return queued;
        });
    DurableCommits.force(jdbi);
    return successors;
  }

  private static Document requeued(Document repeat, Document successor) {
    return repeat
        .duplicateOf(repeat.equals(successor) ? null : successor.id())
        .at(DocumentStatus.QUEUED, 0);
  }

  private List<Document> select(String where, String a, String b) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM documents " + where + ORDER)
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
            .bind("a", a)
            .bind("b", b)
            .map(JdbiDocumentRecords::read)
            .list());
  }

  private static boolean update(Handle handle, Document document) {
    Update update =
        handle.createUpdate(
            """
            UPDATE documents SET collection_id = :collection, filename = :filename,
              title = :title, media_type = :mediaType, bytes = :bytes, sha256 = :sha256,
              language = :language, pages = :pages, passages = :passages, status = :status,
              progress = :progress, problem_code = :problemCode, problem_detail = :problemDetail,
              duplicate_of = :duplicateOf, uploaded_at = :uploadedAt, ready_at = :readyAt
            WHERE id = :id
            """);
    return bind(update, document).execute() == 1;
  }

  private static Update bind(Update update, Document document) {
    Problem problem = document.problem();
    DocumentId first = document.duplicateOf();
    return update
        .bind("id", document.id().value())
        .bind("collection", document.collectionId())
        .bind("filename", document.filename())
        .bind("title", document.title())
        .bind("mediaType", document.mediaType())
        .bind("bytes", document.bytes())
        .bind("sha256", document.sha256())
        .bind("language", document.language())
        .bind("pages", document.pages())
        .bind("passages", document.passages())
        .bind("status", document.status().name())
        .bind("progress", document.progress())
        .bind("problemCode", problem == null ? null : problem.code())
        .bind("problemDetail", problem == null ? null : problem.detail())
        .bind("duplicateOf", first == null ? null : first.value())
        .bind("uploadedAt", document.uploadedAt().atOffset(ZoneOffset.UTC))
        .bind(
            "readyAt",
            document.readyAt() == null ? null : document.readyAt().atOffset(ZoneOffset.UTC));
  }

  private static Document read(ResultSet row, StatementContext context) throws SQLException {
    String problem = row.getString("problem_code");
    String first = row.getString("duplicate_of");
    return new Document(
        new DocumentId(row.getString("id")),
        row.getString("collection_id"),
        row.getString("filename"),
        row.getString("title"),
        row.getString("media_type"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("language"),
        row.getInt("pages"),
        row.getInt("passages"),
        DocumentStatus.valueOf(row.getString("status")),
        row.getDouble("progress"),
        problem == null ? null : new Problem(problem, row.getString("problem_detail")),
        first == null ? null : new DocumentId(first),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("ready_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
