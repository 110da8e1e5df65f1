package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

@Singleton
final class JdbiDocumentRecords implements DocumentRecords {
  static final String ORDER = " ORDER BY upload_order";

  /** In force, or on the way there. */
  static final String LIVE =
      " AND status NOT IN ('FAILED', 'SUPERSEDED') AND superseded_by IS NULL";

  private final Jdbi jdbi;

  @Inject
  JdbiDocumentRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean insert(Document document) {
    return !insert(List.of(document), UnaryOperator.identity()).isEmpty();
  }

  @Override
  public List<Document> insert(List<Document> documents, UnaryOperator<Document> link) {
    try {
      List<Document> inserted =
          jdbi.inTransaction(handle -> {
            List<Document> linked = new ArrayList<>();
            for (Document document : documents) {
              // What it looks up it reads by this handle, which is the thread's.
              linked.add(link.apply(document));
              DocumentRow.insert(handle, linked.getLast());
            }
            return linked;
          });
      DurableCommits.force(jdbi);
      return inserted;
    } catch (UnableToExecuteStatementException e) {
      if (Constraints.violatedBy(e)
          && documents.stream().allMatch(document -> find(document.id()).isEmpty())) {
        return List.of();
      }
      throw e;
    }
  }

  @Override
  public boolean update(Document document) {
    boolean there = jdbi.withHandle(handle -> DocumentRow.update(handle, document));
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
  public Set<DocumentId> present(Set<DocumentId> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT id FROM documents WHERE id IN (<ids>)")
            .bindList("ids", ids.stream().map(DocumentId::value).toList())
            .mapTo(String.class)
            .map(DocumentId::new)
            .collect(Collectors.toSet()));
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
    return jdbi.withHandle(handle -> UnfinishedDocuments.first(handle, limit));
  }

  @Override
  public Optional<Document> findOriginal(String collectionId, String sha256) {
    return select(
            "WHERE collection_id = :a AND sha256 = :b AND duplicate_of IS NULL" + LIVE,
            collectionId,
            sha256)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Document> findLatest(String collectionId, String folder, String filename) {
    return select("WHERE collection_id = :a AND filename = :b" + LIVE, collectionId, filename)
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
  public Optional<Document> findNewer(Document document) {
    return jdbi.withHandle(handle ->
        Stream.concat(
                select("WHERE replaces = :a" + LIVE, document.id().value(), "").stream(),
                DocumentLinks.namesakes(handle, document, ">").stream())
            .findFirst());
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
    return jdbi.withHandle(UnfinishedDocuments::backlog);
  }

  @Override
  public List<Document> predecessors(Document document) {
    return jdbi.inTransaction(handle -> {
      Map<DocumentId, Document> found = new LinkedHashMap<>();
      Deque<Document> left = new ArrayDeque<>(List.of(document));
      for (Document next = left.poll(); next != null; next = left.poll()) {
        for (Document before : DocumentLinks.before(handle, next)) {
          if (found.putIfAbsent(before.id(), before) == null) {
            left.add(before);
          }
        }
      }
      return found.values().stream()
          .filter(each -> each.supersededBy() == null && each.status() != DocumentStatus.FAILED)
          .toList();
    });
  }

  @Override
  public Optional<List<Document>> fail(Document failed) {
    Optional<List<Document>> queued =
        jdbi.inTransaction(handle ->
            DocumentRow.update(handle, failed)
                ? Optional.of(DocumentLinks.requeueDuplicates(handle, failed.id(), null))
                : Optional.empty());
    DurableCommits.force(jdbi);
    return queued;
  }

  @Override
  public List<Document> supersede(Map<Document, List<Document>> predecessors) {
    List<Document> changed =
        jdbi.inTransaction(handle -> {
          List<Document> others = new ArrayList<>();
          predecessors.forEach((document, before) -> {
            if (DocumentRow.update(handle, document)) {
              others.addAll(DocumentLinks.supersede(handle, before, document));
            }
          });
          return others;
        });
    DurableCommits.force(jdbi);
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
  public List<Document> delete(List<DocumentId> ids) {
    List<Document> successors =
        jdbi.inTransaction(handle -> {
          List<Document> queued = new ArrayList<>();
          ids.forEach(id -> queued.addAll(delete(handle, id)));
          return queued;
        });
    DurableCommits.force(jdbi);
    return successors;
  }

  private static List<Document> delete(Handle handle, DocumentId id) {
    List<Document> queued = DocumentLinks.requeueDuplicates(handle, id, null);
    DocumentLinks.relink(handle, "replaces", id);
    DocumentLinks.relink(handle, "superseded_by", id);
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
      JdbiErasureRecords.add(handle, id);
    }
    return queued;
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
}
