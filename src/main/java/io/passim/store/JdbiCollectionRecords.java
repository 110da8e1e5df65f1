package io.passim.store;

import io.passim.document.DocumentCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

@Singleton
final class JdbiCollectionRecords implements CollectionRecords {
  // A duplicate's passages are those of the document it repeats: they are counted once.
  private static final String SELECT =
      """
      SELECT c.id, c.name, c.language, COUNT(CASE WHEN d.status <> 'SUPERSEDED' THEN d.id END) AS documents,
        COALESCE(SUM(CASE WHEN d.status = 'READY' AND d.duplicate_of IS NULL
          THEN d.passages ELSE 0 END), 0) AS passages
      FROM collections c LEFT JOIN documents d ON d.collection_id = c.id
      """;
  private static final String GROUP =
      " GROUP BY c.id, c.name, c.language, c.created_at ORDER BY c.created_at, c.id";

  private final Jdbi jdbi;

  @Inject
  JdbiCollectionRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean insert(DocumentCollection collection) {
    try {
      return jdbi.withHandle(handle ->
          handle
                  .createUpdate("INSERT INTO collections VALUES (:id, :name, :language, :now)")
                  .bind("id", collection.id())
                  .bind("name", collection.name())
                  .bind("language", collection.language())
                  .bind("now", OffsetDateTime.now(ZoneOffset.UTC))
                  .execute()
              == 1);
    } catch (UnableToExecuteStatementException e) {
      if (Constraints.violatedBy(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<DocumentCollection> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(SELECT + " WHERE c.id = :id" + GROUP)
            .bind("id", id)
            .map(JdbiCollectionRecords::read)
            .findOne());
  }

  @Override
  public List<DocumentCollection> list() {
    return jdbi.withHandle(
        handle -> handle.createQuery(SELECT + GROUP).map(JdbiCollectionRecords::read).list());
  }

  @Override
  public boolean delete(String id) {
    try {
      return jdbi.withHandle(handle ->
          handle.createUpdate("DELETE FROM collections WHERE id = :id").bind("id", id).execute()
              == 1);
    } catch (UnableToExecuteStatementException e) {
      if (Constraints.violatedBy(e)) {
        throw new IllegalStateException("collection " + id + " has documents", e);
      }
      throw e;
    }
  }

  private static DocumentCollection read(ResultSet row, StatementContext context)
      throws SQLException {
    return new DocumentCollection(
        row.getString("id"),
        row.getString("name"),
        row.getString("language"),
        row.getInt("documents"),
        row.getInt("passages"));
  }
}
