package io.passim.store;

import io.passim.document.Document;
import io.passim.store.DocumentRecords.Backlog;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The documents that are to be taken in: the queue of the ingest. */
final class UnfinishedDocuments {
  /**
   * Named rather than those that are final excluded, so that the index on the status finds them.
   */
  private static final List<String> STATUSES = List.of("QUEUED", "PARSING", "INDEXING");

  private static final String UNFINISHED =
      STATUSES.stream().collect(Collectors.joining("', '", "('", "')"));

  /** The index has each status in order, but not all of them together. */
  static final String FIRST =
      STATUSES.stream().map(UnfinishedDocuments::firstOf).collect(Collectors.joining(" UNION ALL "))
          + JdbiDocumentRecords.ORDER
          + " FETCH FIRST :limit ROWS ONLY";

  private UnfinishedDocuments() {}

  /** As by {@link DocumentRecords#unfinished}. */
  static List<Document> first(Handle handle, int limit) {
    return handle.createQuery(FIRST).bind("limit", limit).map(DocumentRow::read).list();
  }

  static Backlog backlog(Handle handle) {
    return handle
        .createQuery(
            "SELECT COUNT(*) AS documents, SUM(bytes * (1 - progress)) AS bytes"
                + " FROM documents WHERE status IN "
                + UNFINISHED)
        .map((row, context) -> new Backlog(row.getInt("documents"), row.getLong("bytes")))
        .one();
  }

  private static String firstOf(String status) {
    return "(SELECT * FROM documents d WHERE status = '"
        + status
        + "' AND NOT EXISTS (SELECT 1 FROM documents f WHERE f.id = d.duplicate_of"
        + " AND f.status IN "
        + UNFINISHED
        + ") ORDER BY status, upload_order FETCH FIRST :limit ROWS ONLY)";
  }
}
