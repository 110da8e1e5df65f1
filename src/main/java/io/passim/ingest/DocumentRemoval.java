package io.passim.ingest;

import io.passim.document.Document;
import io.passim.index.PassageIndex;
import io.passim.store.DiskReserve;
import io.passim.store.DocumentRecords;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

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
   * Removes a document, on a full disk too; when it returns, no search finds it.
   *
   * @return its duplicates, which are queued to be ingested in their place
   */
  List<Document> remove(Document document) {
    return reserve.with(() -> removeNow(document));
  }

  private List<Document> removeNow(Document document) {
    List<Document> queued =
        lock.with(() -> {
          // The row goes after the index: a failure between them leaves something to delete.
          index.delete(document.id());
          List<Document> repeating = documents.delete(document.id());
          texts.delete(document.id());
          return repeating;
        });
    admission.release(document.sha256());
    return queued;
  }
}
