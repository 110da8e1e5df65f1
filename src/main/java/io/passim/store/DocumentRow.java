package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentMetadata.Part;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A document as a row of its table. */
final class DocumentRow {
  private DocumentRow() {}

  static void insert(Handle handle, Document document) {
    Update insert =
        handle.createUpdate(
            """
            INSERT INTO documents (id, collection_id, folder, filename, title, author,
              dated, tags, edited_parts, media_type, bytes, sha256, language, pages,
              pages_without_text, passages, status, progress, problem_code, problem_detail, duplicate_of,
              replaces, uploaded_at, started_at, ready_at)
            VALUES (:id, :collection, :folder, :filename, :title, :author,
              :dated, :tags, :edited, :mediaType, :bytes, :sha256, :language, :pages,
              :pagesWithoutText, :passages, :status, :progress, :problemCode, :problemDetail, :duplicateOf,
              :replaces, :uploadedAt, :startedAt, :readyAt)
            """);
    bind(insert, document)
        .bind("collection", document.collectionId())
        .bind("folder", document.folder())
        .bind("filename", document.filename())
        .bind("replaces", value(document.replaces()))
        .bind("uploadedAt", document.uploadedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * Writes what changes in the life of a document.
   *
   * @return false if there is none of its id
   */
  static boolean update(Handle handle, Document document) {
    Update update =
        handle.createUpdate(
            """
            UPDATE documents SET title = :title, author = :author, dated = :dated, tags = :tags,
              edited_parts = :edited, media_type = :mediaType, bytes = :bytes,
              sha256 = :sha256, language = :language, pages = :pages,
              pages_without_text = :pagesWithoutText, passages = :passages,
              status = :status, progress = :progress, problem_code = :problemCode,
              problem_detail = :problemDetail, duplicate_of = :duplicateOf,
              started_at = :startedAt, ready_at = :readyAt
            WHERE id = :id
            """);
    return bind(update, document).execute() == 1;
  }

  private static Update bind(Update update, Document document) {
    Problem problem = document.problem();
    DocumentMetadata metadata = document.metadata();
    return update
        .bind("id", document.id().value())
        .bind("title", metadata.title())
        .bind("author", metadata.author())
        .bind("dated", metadata.date())
        .bind("tags", String.join("\n", metadata.tags()))
        .bind("edited", edited(metadata))
        .bind("mediaType", document.mediaType())
        .bind("bytes", document.bytes())
        .bind("sha256", document.sha256())
        .bind("language", document.language())
        .bind("pages", document.pages())
        .bind("pagesWithoutText", document.pagesWithoutText())
        .bind("passages", document.passages())
        .bind("status", document.status().name())
        .bind("progress", document.progress())
        .bind("problemCode", problem == null ? null : problem.code())
        .bind("problemDetail", problem == null ? null : problem.detail())
        .bind("duplicateOf", value(document.duplicateOf()))
        .bind("startedAt", offset(document.startedAt()))
        .bind("readyAt", offset(document.readyAt()));
  }

  static Document read(ResultSet row, StatementContext context) throws SQLException {
    String problem = row.getString("problem_code");
    return new Document(
        new DocumentId(row.getString("id")),
        row.getString("collection_id"),
        row.getString("folder"),
        row.getString("filename"),
        new DocumentMetadata(
            row.getString("title"),
            row.getString("author"),
            row.getObject("dated", LocalDate.class),
            row.getString("tags").lines().toList(),
            edited(row.getString("edited_parts"))),
        row.getString("media_type"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("language"),
        row.getInt("pages"),
        row.getInt("pages_without_text"),
        row.getInt("passages"),
        DocumentStatus.valueOf(row.getString("status")),
        row.getDouble("progress"),
        problem == null ? null : new Problem(problem, row.getString("problem_detail")),
        id(row.getString("duplicate_of")),
        id(row.getString("replaces")),
        id(row.getString("superseded_by")),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("started_at", OffsetDateTime.class)),
        instant(row.getObject("ready_at", OffsetDateTime.class)));
  }

  private static String edited(DocumentMetadata metadata) {
    return metadata.edited().stream().map(Part::name).sorted().collect(Collectors.joining("\n"));
  }

  private static Set<Part> edited(String parts) {
    return parts.lines().map(Part::valueOf).collect(Collectors.toSet());
  }

  static @Nullable String value(@Nullable DocumentId id) {
    return id == null ? null : id.value();
  }

  static @Nullable DocumentId id(@Nullable String value) {
    return value == null ? null : new DocumentId(value);
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
