package io.passim.store;

import io.passim.document.CollectionChange;
import io.passim.document.CollectionChange.Part;
import io.passim.document.DocumentCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

@Singleton
final class JdbiCollectionRecords implements CollectionRecords {
  // A duplicate's passages are those of the document it repeats: they are counted once.
  private static final String SELECT =
      """
      SELECT c.id, c.name, c.language, c.threshold,
        COUNT(CASE WHEN d.status <> 'SUPERSEDED' THEN d.id END) AS documents,
        COALESCE(SUM(CASE WHEN d.status = 'READY' AND d.duplicate_of IS NULL
          THEN d.passages ELSE 0 END), 0) AS passages
      FROM collections c LEFT JOIN documents d ON d.collection_id = c.id
      """;
  private static final String GROUP =
      " GROUP BY c.id, c.name, c.language, c.threshold, c.created_at ORDER BY c.created_at, c.id";
  // What is null has a type all the same: PostgreSQL asks for it.
  private static final String UPDATE =
      """
      UPDATE collections SET
        name = CASE WHEN :renamed THEN CAST(:name AS VARCHAR(200)) ELSE name END,
        threshold = CASE WHEN :decided THEN CAST(:threshold AS DOUBLE PRECISION) ELSE threshold END
      WHERE id = :id
      """;

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
                  .createUpdate(
                      "INSERT INTO collections (id, name, language, threshold, created_at)"
                          + " VALUES (:id, :name, :language, :threshold, :now)")
                  .bind("id", collection.id())
                  .bind("name", collection.name())
                  .bind("language", collection.language())
                  .bind("threshold", collection.threshold())
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
  public boolean update(String id, CollectionChange change) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(UPDATE)
                .bind("id", id)
                .bind("renamed", change.has(Part.NAME))
                .bind("name", change.name())
                .bind("decided", change.has(Part.THRESHOLD))
                .bind("threshold", change.threshold())
                .execute()
            == 1);
  }

  @Override
  public Map<String, Double> thresholds() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT id, threshold FROM collections WHERE threshold IS NOT NULL")
            .map((row, _) -> Map.entry(row.getString("id"), row.getDouble("threshold")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
        row.getObject("threshold", Double.class),
        row.getInt("documents"),
        row.getInt("passages"));
  }
}
