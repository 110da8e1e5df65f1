package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.index.PassageIndex;
import io.passim.store.DocumentRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes index and records agree after a crash, a restored backup or a lost index: documents that
 * are ready but not indexed are queued, to be indexed from their stored texts; passages of no
 * document go.
 */
@Singleton
class IndexReconciliation {
  private static final Logger LOG = Logger.getLogger(IndexReconciliation.class);

  private final DocumentRecords documents;
  private final PassageIndex index;
  private final IndexRestoration restoration;

  @Inject
  IndexReconciliation(DocumentRecords documents, PassageIndex index, IndexRestoration restoration) {
    this.documents = documents;
    this.index = index;
    this.restoration = restoration;
  }

  /** To be called before the queue starts. */
  void run() {
    Set<DocumentId> indexed = index.documents();
    List<Document> ready = documents.ready();
    List<Document> missing =
        ready.stream().filter(document -> !indexed.contains(document.id())).toList();
    missing.forEach(
        document -> documents.update(document.at(DocumentStatus.INDEXING, DocumentJournal.PARSED)));
    Set<DocumentId> orphans = new HashSet<>(indexed);
    ready.forEach(document -> orphans.remove(document.id()));
    orphans.forEach(index::delete);
    restoration.begin();
    if (!missing.isEmpty() || !orphans.isEmpty()) {
      LOG.infof(
          "%d ready documents are indexed again, passages of %d documents were removed",
          missing.size(), orphans.size());
    }
  }
}
