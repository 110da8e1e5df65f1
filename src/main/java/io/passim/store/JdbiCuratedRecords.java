package io.passim.store;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

@Singleton
final class JdbiCuratedRecords implements CuratedRecords {
  /** The collection of keys that count in all collections. */
  private static final String EVERYWHERE = "";

  private final Jdbi jdbi;

  @Inject
  JdbiCuratedRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<CuratedRow> list() {
    return jdbi.inTransaction(handle ->
        handle
            .createQuery("SELECT * FROM curated_answers ORDER BY created_at, id")
            .map((row, context) -> read(handle, row))
            .list());
  }

  @Override
  public Optional<CuratedRow> find(String id) {
    return jdbi.inTransaction(handle ->
        handle
            .createQuery("SELECT * FROM curated_answers WHERE id = :id")
            .bind("id", id)
            .map((row, context) -> read(handle, row))
            .findOne());
  }

  @Override
  public int count() {
    return jdbi.withHandle(handle ->
        handle.createQuery("SELECT COUNT(*) FROM curated_answers").mapTo(Integer.class).one());
  }

  @Override
  public boolean insert(CuratedRow row) {
    try {
      jdbi.useTransaction(handle -> {
        bind(
                handle.createUpdate(
                    """
                    INSERT INTO curated_answers (id, revision, text, document_id, span_start,
                      span_end, created_at, updated_at)
                    VALUES (:id, :revision, :text, :document, :start, :end, :created, :updated)
                    """),
                row)
            .bind("created", row.createdAt().atOffset(ZoneOffset.UTC))
            .execute();
        insertParts(handle, row);
      });
    } catch (UnableToExecuteStatementException e) {
      if (Constraints.violatedBy(e)) {
        return false;
      }
      throw e;
    }
    DurableCommits.force(jdbi);
    return true;
  }

  @Override
  public Replacement replace(CuratedRow row) {
    Replacement replacement;
    try {
      replacement = jdbi.inTransaction(handle -> replace(handle, row));
    } catch (UnableToExecuteStatementException e) {
      if (Constraints.violatedBy(e)) {
        return Replacement.TAKEN;
      }
      throw e;
    }
    DurableCommits.force(jdbi);
    return replacement;
  }

  private static Replacement replace(Handle handle, CuratedRow row) {
    int updated =
        bind(
                handle.createUpdate(
                    """
                    UPDATE curated_answers SET revision = :revision, text = :text,
                      document_id = :document, span_start = :start, span_end = :end,
                      updated_at = :updated
                    WHERE id = :id AND revision = :revision - 1
                    """),
                row)
            .execute();
    if (updated == 0) {
      return Replacement.NOT_THERE;
    }
    for (String table : List.of("curated_phrases", "curated_collections", "curated_keys")) {
      handle
          .createUpdate("DELETE FROM <table> WHERE curated_id = :id")
          .define("table", table)
          .bind("id", row.id())
          .execute();
    }
    insertParts(handle, row);
    return Replacement.REPLACED;
  }

  @Override
  public boolean delete(String id) {
    boolean deleted =
        jdbi.withHandle(handle ->
            handle
                    .createUpdate("DELETE FROM curated_answers WHERE id = :id")
                    .bind("id", id)
                    .execute()
                > 0);
    DurableCommits.force(jdbi);
    return deleted;
  }

  private static Update bind(Update update, CuratedRow row) {
    CitationRow citation = row.citation();
    return update
        .bind("id", row.id())
        .bind("revision", row.revision())
        .bind("text", row.text())
        .bind("document", citation == null ? null : citation.documentId().value())
        .bind("start", citation == null ? null : citation.span().start())
        .bind("end", citation == null ? null : citation.span().end())
        .bind("updated", row.updatedAt().atOffset(ZoneOffset.UTC));
  }

  private static void insertParts(Handle handle, CuratedRow row) {
    for (int i = 0; i < row.phrases().size(); i++) {
      handle
          .createUpdate("INSERT INTO curated_phrases VALUES (:id, :position, :phrase)")
          .bind("id", row.id())
          .bind("position", i)
          .bind("phrase", row.phrases().get(i))
          .execute();
    }
    for (String collection : row.collectionIds()) {
      handle
          .createUpdate("INSERT INTO curated_collections VALUES (:id, :collection)")
          .bind("id", row.id())
          .bind("collection", collection)
          .execute();
    }
    Set<String> collections =
        row.collectionIds().isEmpty() ? Set.of(EVERYWHERE) : row.collectionIds();
    // In one order everywhere, so that two who pin at once do not wait for each other.
    for (String collection : collections.stream().sorted().toList()) {
      for (String key : row.keys().stream().sorted().toList()) {
        handle
            .createUpdate("INSERT INTO curated_keys VALUES (:collection, :key, :id)")
            .bind("collection", collection)
            .bind("key", key)
            .bind("id", row.id())
            .execute();
      }
    }
  }

  private static CuratedRow read(Handle handle, ResultSet row) throws SQLException {
    String id = row.getString("id");
    String document = row.getString("document_id");
    return new CuratedRow(
        id,
        row.getInt("revision"),
        strings(handle, id, "phrase", "curated_phrases WHERE curated_id = :id ORDER BY position"),
        new HashSet<>(strings(handle, id, "question_key", "curated_keys WHERE curated_id = :id")),
        new HashSet<>(
            strings(handle, id, "collection_id", "curated_collections WHERE curated_id = :id")),
        row.getString("text"),
        document == null
            ? null
            : new CitationRow(
                new DocumentId(document),
                new CharSpan(row.getInt("span_start"), row.getInt("span_end"))),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static List<String> strings(Handle handle, String id, String column, String from) {
    return handle
        .createQuery("SELECT <column> FROM <from>")
        .define("column", column)
        .define("from", from)
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }
}
