package io.passim.store;

import io.passim.document.DocumentId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

@Singleton
final class JdbiErasureRecords implements ErasureRecords {
  private final Jdbi jdbi;

  @Inject
  JdbiErasureRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Has the words of a document erased, within the transaction that deletes it. */
  static void add(Handle handle, DocumentId id) {
    for (Holder holder : Holder.values()) {
      handle
          .createUpdate("INSERT INTO words_to_erase VALUES (:id, :holder)")
          .bind("id", id.value())
          .bind("holder", holder.name())
          .execute();
    }
    // Of these there are few, and they name their documents.
    handle
        .createUpdate("UPDATE curated_answers SET text = '' WHERE document_id = :id")
        .bind("id", id.value())
        .execute();
  }

  @Override
  public Set<DocumentId> pending(Holder holder) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT document_id FROM words_to_erase WHERE held_in = :holder")
            .bind("holder", holder.name())
            .mapTo(String.class)
            .map(DocumentId::new)
            .collect(Collectors.toSet()));
  }

  @Override
  public void done(Holder holder, Set<DocumentId> documents) {
    if (documents.isEmpty()) {
      return;
    }
    jdbi.useTransaction(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              "DELETE FROM words_to_erase WHERE document_id = :id AND held_in = :holder");
      for (DocumentId id : documents) {
        batch.bind("id", id.value()).bind("holder", holder.name()).add();
      }
      batch.execute();
    });
  }
}
