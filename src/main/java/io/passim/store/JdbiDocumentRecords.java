package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

@Singleton
final class JdbiDocumentRecords implements DocumentRecords {
  private static final String ORDER = " ORDER BY upload_order";
  private static final String FINAL = "('READY', 'SUPERSEDED', 'FAILED')";

  private final Jdbi jdbi;

  @Inject
  JdbiDocumentRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean insert(Document document) {
    try {
      jdbi.useHandle(handle ->
          DocumentRow.bind(
                  handle.createUpdate(
                      """
                      INSERT INTO documents (id, collection_id, folder, filename, title, author,
                        dated, tags, metadata_edited, media_type, bytes, sha256, language, pages,
                        passages, status, progress, problem_code, problem_detail, duplicate_of,
                        replaces, uploaded_at, started_at, ready_at)
                      VALUES (:id, :collection, :folder, :filename, :title, :author,
                        :dated, :tags, :edited, :mediaType, :bytes, :sha256, :language, :pages,
                        :passages, :status, :progress, :problemCode, :problemDetail, :duplicateOf,
                        :replaces, :uploadedAt, :startedAt, :readyAt)
                      """),
                  document)
              .bind("collection", document.collectionId())
              .bind("folder", document.folder())
              .bind("filename", document.filename())
              .bind("replaces", DocumentRow.value(document.replaces()))
              .bind("uploadedAt", document.uploadedAt().atOffset(ZoneOffset.UTC))
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
  public boolean wasDeleted(DocumentId id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT 1 FROM deleted_documents WHERE id = :id")
            .bind("id", id.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
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
            .map(DocumentRow::read)
            .list());
  }

  @Override
  public Optional<Document> findOriginal(String collectionId, String sha256) {
    return select(
            "WHERE collection_id = :a AND sha256 = :b AND status NOT IN ('FAILED', 'SUPERSEDED')"
                + " AND superseded_by IS NULL AND duplicate_of IS NULL",
            collectionId,
            sha256)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Document> findLatest(String collectionId, String folder, String filename) {
    return select(
            "WHERE collection_id = :a AND filename = :b AND status NOT IN ('FAILED', 'SUPERSEDED')"
                + " AND superseded_by IS NULL",
            collectionId,
            filename)
        .reversed()
        .stream()
        .filter(document -> document.folder().equals(folder))
        .findFirst();
  }

  @Override
  public Optional<Document> findReplacement(DocumentId id) {
    return select("WHERE replaces = :a AND status <> 'FAILED'", id.value(), "").stream()
        .findFirst();
  }

  @Override
  public Map<DocumentId, Optional<DocumentId>> superseded(Set<DocumentId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT id, superseded_by FROM documents"
                    + " WHERE status = 'SUPERSEDED' AND id IN (<ids>)")
            .bindList("ids", ids.stream().map(DocumentId::value).toList())
            .reduceResultSet(
                new HashMap<>(),
                (superseded, row, context) -> {
                  superseded.put(
                      new DocumentId(row.getString("id")),
                      Optional.ofNullable(DocumentRow.id(row.getString("superseded_by"))));
                  return superseded;
                }));
  }

  @Override
  public Backlog backlog() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT COUNT(*) AS documents, SUM(bytes * (1 - progress)) AS bytes"
                    + " FROM documents WHERE status NOT IN "
                    + FINAL)
            .map((row, context) -> new Backlog(row.getInt("documents"), row.getLong("bytes")))
            .one());
  }

  @Override
  public List<Document> predecessors(Document document) {
    return jdbi.inTransaction(handle -> {
      Map<DocumentId, Document> found = new LinkedHashMap<>();
      Optional<Document> next = predecessor(handle, document);
      while (next.isPresent() && !found.containsKey(next.get().id())) {
        found.put(next.get().id(), next.get());
        next = predecessor(handle, next.get());
      }
      return found.values().stream()
          .filter(each -> each.supersededBy() == null && each.status() != DocumentStatus.FAILED)
          .toList();
    });
  }

  @Override
  public List<Document> supersede(Document document, List<Document> predecessors) {
    List<Document> changed =
        jdbi.inTransaction(handle ->
            update(handle, document)
                ? predecessors.stream()
                    .flatMap(each -> supersede(handle, each, document.id()).stream())
                    .toList()
                : List.of());
    DurableCommits.force(jdbi);
    return changed;
  }

  private static List<Document> supersede(Handle handle, Document old, DocumentId successor) {
    handle
        .createUpdate("UPDATE documents SET superseded_by = :by WHERE id = :id")
        .bind("by", successor.value())
        .bind("id", old.id().value())
        .execute();
    if (old.status() != DocumentStatus.READY) {
      return List.of();
    }
    List<Document> changed = new ArrayList<>(requeueDuplicates(handle, old.id()));
    Document superseded = old.superseded(successor);
    update(handle, superseded);
    changed.add(superseded);
    return changed;
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
          List<Document> queued = requeueDuplicates(handle, id);
          relink(handle, "replaces", id);
          relink(handle, "superseded_by", id);
          int deleted =
              handle
                  .createUpdate("DELETE FROM documents WHERE id = :id")
                  .bind("id", id.value())
                  .execute();
          if (deleted == 1) {
            handle
                .createUpdate("INSERT INTO deleted_documents VALUES (:id, :now)")
                .bind("id", id.value())
                .bind("now", OffsetDateTime.now(ZoneOffset.UTC))
                .execute();
          }
          return queued;
        });
    DurableCommits.force(jdbi);
    return successors;
  }

  /** The first of the documents that repeat this one takes its place. */
  private static List<Document> requeueDuplicates(Handle handle, DocumentId id) {
    List<Document> repeating =
        handle
            .createQuery("SELECT * FROM documents WHERE duplicate_of = :id" + ORDER)
            .bind("id", id.value())
            .map(DocumentRow::read)
            .list();
    List<Document> queued =
        repeating.stream().map(repeat -> requeued(repeat, repeating.getFirst())).toList();
    queued.forEach(document -> update(handle, document));
    return queued;
  }

  /** Makes what refers to a document refer to what that one refers to. */
  private static void relink(Handle handle, String column, DocumentId id) {
    handle
        .createUpdate(
            "UPDATE documents SET <column> = (SELECT <column> FROM documents WHERE id = :id)"
                + " WHERE <column> = :id")
        .define("column", column)
        .bind("id", id.value())
        .execute();
  }

  private static Optional<Document> predecessor(Handle handle, Document document) {
    DocumentId id = document.replaces();
    return id == null
        ? Optional.empty()
        : handle
            .createQuery("SELECT * FROM documents WHERE id = :id")
            .bind("id", id.value())
            .map(DocumentRow::read)
            .findOne();
  }

  private static Document requeued(Document repeat, Document successor) {
    return repeat.duplicateOf(repeat.equals(successor) ? null : successor.id()).queuedAgain();
  }

  private List<Document> select(String where, String a, String b) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM documents " + where + ORDER)
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
            .bind("a", a)
            .bind("b", b)
            .map(DocumentRow::read)
            .list());
  }

  private static boolean update(Handle handle, Document document) {
    Update update =
        handle.createUpdate(
            """
            UPDATE documents SET title = :title, author = :author, dated = :dated, tags = :tags,
              metadata_edited = :edited, media_type = :mediaType, bytes = :bytes,
              sha256 = :sha256, language = :language, pages = :pages, passages = :passages,
              status = :status, progress = :progress, problem_code = :problemCode,
              problem_detail = :problemDetail, duplicate_of = :duplicateOf,
              started_at = :startedAt, ready_at = :readyAt
            WHERE id = :id
            """);
    return DocumentRow.bind(update, document).execute() == 1;
  }
}
