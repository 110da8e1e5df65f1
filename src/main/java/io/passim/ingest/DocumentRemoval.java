package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.index.PassageIndex;
import io.passim.store.DiskReserve;
import io.passim.store.DocumentRecords;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Removes documents with all that was made of them, also while they are being ingested. */
@Singleton
class DocumentRemoval {
  private final DocumentRecords documents;
  private final TextStore texts;
  private final PassageIndex index;
  private final DocumentAdmission admission;
  private final LibraryLock lock;
  private final DiskReserve reserve;

  @Inject
  DocumentRemoval(
      DocumentRecords documents,
      TextStore texts,
      PassageIndex index,
      DocumentAdmission admission,
      LibraryLock lock,
      DiskReserve reserve) {
    this.documents = documents;
    this.texts = texts;
    this.index = index;
    this.admission = admission;
    this.lock = lock;
    this.reserve = reserve;
  }

  /**
   * Removes documents in one step, on a full disk too; when it returns, no search finds them.
   *
   * @return their duplicates, which are queued to be ingested in their place
   */
  List<Document> remove(List<Document> removed) {
    return reserve.with(() -> removeNow(removed));
  }

  private List<Document> removeNow(List<Document> removed) {
    List<DocumentId> ids = removed.stream().map(Document::id).toList();
    List<Document> queued =
        lock.with(() -> {
          // The rows go after the index: a failure between them leaves something to delete.
          index.delete(Set.copyOf(ids));
          List<Document> repeating = documents.delete(ids);
          ids.forEach(texts::delete);
          return repeating;
        });
    removed.stream().map(Document::sha256).distinct().forEach(admission::release);
    return queued;
  }
}
