package io.passim.ingest;

import io.passim.document.DocumentId;
import io.passim.store.DocumentRecords;
import io.passim.store.OriginalStore;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Removes what a crash left on disk: texts and originals whose document was deleted, or never
 * written down, and files that were not finished. What has been deleted must not stay.
 */
@Singleton
class Leftovers {
  private static final Logger LOG = Logger.getLogger(Leftovers.class);

  private final DocumentRecords documents;
  private final OriginalStore originals;
  private final TextStore texts;

  @Inject
  Leftovers(DocumentRecords documents, OriginalStore originals, TextStore texts) {
    this.documents = documents;
    this.originals = originals;
    this.texts = texts;
  }

  /** To be called before the first upload and before the queue starts. */
  void remove() {
    originals.removeUnfinished();
    Map<DocumentId, String> contents = documents.contents();
    if (contents.isEmpty()) {
      // An empty database over a full directory is more likely the wrong database than a crash.
      return;
    }
    int removedTexts = texts.retain(contents.keySet());
    int removedOriginals = originals.retain(Set.copyOf(contents.values()));
    if (removedTexts + removedOriginals > 0) {
      LOG.infof(
          "%d texts and %d originals of no document were removed", removedTexts, removedOriginals);
    }
  }
}
