package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What one document's change means for those that are linked to it: versions before it, and
 * documents that repeat it. Every method works within the caller's transaction.
 */
final class DocumentLinks {
  private DocumentLinks() {}

  /** The version before this one. */
  static Optional<Document> predecessor(Handle handle, Document document) {
    DocumentId id = document.replaces();
    return id == null
        ? Optional.empty()
        : handle
            .createQuery("SELECT * FROM documents WHERE id = :id")
            .bind("id", id.value())
            .map(DocumentRow::read)
            .findOne();
  }

  /**
   * Takes a version out of force.
   *
   * @return what has changed
   */
  static List<Document> supersede(Handle handle, Document old, DocumentId successor) {
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
    DocumentRow.update(handle, superseded);
    changed.add(superseded);
    return changed;
  }

  /** The first of the documents that repeat this one takes its place. */
  static List<Document> requeueDuplicates(Handle handle, DocumentId id) {
    List<Document> repeating =
        handle
            .createQuery(
                "SELECT * FROM documents WHERE duplicate_of = :id" + JdbiDocumentRecords.ORDER)
            .bind("id", id.value())
            .map(DocumentRow::read)
            .list();
    List<Document> queued =
        repeating.stream().map(repeat -> requeued(repeat, repeating.getFirst())).toList();
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

  private static Document requeued(Document repeat, Document successor) {
    return repeat.duplicateOf(repeat.equals(successor) ? null : successor.id()).queuedAgain();
  }
}
