package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one document's change means for those that are linked to it: versions before it, and
 * documents that repeat it. Every method works within the caller's transaction.
 */
final class DocumentLinks {
  private DocumentLinks() {}

  /** The version that this one replaces, and the {@linkplain #namesakes} before it. */
  static List<Document> before(Handle handle, Document document) {
    List<Document> before = new ArrayList<>(namesakes(handle, document, "<"));
    DocumentId id = document.replaces();
    if (id != null) {
      handle
          .createQuery("SELECT * FROM documents WHERE id = :id")
          .bind("id", id.value())
          .map(DocumentRow::read)
          .forEach(before::add);
    }
    return before;
  }

  /**
   * The documents of the same name and other bytes that are in force or on their way there.
   *
   * @param order {@code <} for those that came before, {@code >} for those that came after
   */
  static List<Document> namesakes(Handle handle, Document document, String order) {
    return handle
        .createQuery(
            "SELECT * FROM documents WHERE collection_id = :collection AND filename = :filename"
                + " AND folder = :folder AND sha256 <> :sha256 AND upload_order <order>"
                + " (SELECT upload_order FROM documents WHERE id = :id)"
                + JdbiDocumentRecords.LIVE)
        .define("order", order)
        .bind("collection", document.collectionId())
        .bind("filename", document.filename())
        .bind("folder", document.folder())
        .bind("sha256", document.sha256())
        .bind("id", document.id().value())
        .map(DocumentRow::read)
        .list();
  }

  /**
   * Takes documents out of force.
   *
   * @return what has changed
   */
  static List<Document> supersede(Handle handle, List<Document> old, Document successor) {
    List<Document> ready =
        old.stream().filter(each -> each.status() == DocumentStatus.READY).toList();
    List<Document> changed = new ArrayList<>();
    old.forEach(each -> {
      handle
          .createUpdate("UPDATE documents SET superseded_by = :by WHERE id = :id")
          .bind("by", successor.id().value())
          .bind("id", each.id().value())
          .execute();
    });
    for (Document each : ready) {
      Document superseded = each.superseded(successor.id());
      DocumentRow.update(handle, superseded);
      changed.add(superseded);
    }
    // Only now: one that is superseded itself takes no place any more.
    for (Document each : ready) {
      DocumentId first = each.sha256().equals(successor.sha256()) ? firstOf(successor) : null;
      changed.addAll(requeueDuplicates(handle, each.id(), first));
    }
    return changed;
  }

  /**
   * Queues the documents that repeat this one.
   *
   * @param first the document that they repeat from now on; null if the first of them takes the
   *     place
   */
  static List<Document> requeueDuplicates(
      Handle handle, DocumentId id, @Nullable DocumentId first) {
    List<Document> repeating =
        handle
            .createQuery(
                "SELECT * FROM documents WHERE duplicate_of = :id" + JdbiDocumentRecords.ORDER)
            .bind("id", id.value())
            .map(DocumentRow::read)
            .list();
    if (repeating.isEmpty()) {
      return List.of();
    }
    DocumentId place = first == null ? repeating.getFirst().id() : first;
    List<Document> queued = repeating.stream().map(repeat -> requeued(repeat, place)).toList();
    queued.forEach(document -> DocumentRow.update(handle, document));
    return queued;
  }

  /** Makes what refers to a document refer to what that one refers to. */
  static void relink(Handle handle, String column, DocumentId id) {
    handle
        .createUpdate(
            "UPDATE documents SET <column> = (SELECT <column> FROM documents WHERE id = :id)"
                + " WHERE <column> = :id")
        .define("column", column)
        .bind("id", id.value())
        .execute();
  }

  private static DocumentId firstOf(Document document) {
    DocumentId first = document.duplicateOf();
    return first == null ? document.id() : first;
  }

  private static Document requeued(Document repeat, DocumentId first) {
    return repeat.duplicateOf(repeat.id().equals(first) ? null : first).queuedAgain();
  }
}
