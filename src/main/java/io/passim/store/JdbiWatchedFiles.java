package io.passim.store;

import io.passim.document.DocumentId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

@Singleton
final class JdbiWatchedFiles implements WatchedFiles {
  private final Jdbi jdbi;

  @Inject
  JdbiWatchedFiles(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<WatchedFile> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM watched_files ORDER BY path")
            .map((row, context) ->
                new WatchedFile(
                    row.getString("path"),
                    row.getLong("bytes"),
                    row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                    new DocumentId(row.getString("document_id"))))
            .list());
  }

  @Override
  public void put(WatchedFile file) {
    jdbi.useTransaction(handle -> {
      remove(handle, file.path());
      handle
          .createUpdate("INSERT INTO watched_files VALUES (:path, :bytes, :modified, :document)")
          .bind("path", file.path())
          .bind("bytes", file.bytes())
          .bind("modified", file.modifiedAt().atOffset(ZoneOffset.UTC))
          .bind("document", file.documentId().value())
          .execute();
    });
  }

  @Override
  public void remove(String path) {
    jdbi.useHandle(handle -> remove(handle, path));
  }

  private static void remove(Handle handle, String path) {
    handle
        .createUpdate("DELETE FROM watched_files WHERE path = :path")
        .bind("path", path)
        .execute();
  }
}
