package io.passim.evaluate;

import io.passim.document.DocumentId;
import io.passim.store.DocumentRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of questions as it may be shown once documents are gone. Any thread may call any
 * method.
 */
@ApplicationScoped
class OutcomeRedaction {
  private final DocumentRecords documents;

  OutcomeRedaction(DocumentRecords documents) {
    this.documents = documents;
  }

  /** The same outcomes; words of documents that are gone are taken out. */
  List<QuestionOutcome> current(List<QuestionOutcome> outcomes) {
    Map<DocumentId, Boolean> gone = new HashMap<>();
    return outcomes.stream()
        .map(outcome -> {
          DocumentId source = outcome.source();
          return source != null && gone.computeIfAbsent(source, this::isGone)
              ? outcome.silenced()
              : outcome;
        })
        .toList();
  }

  private boolean isGone(DocumentId id) {
    return documents.find(id).isEmpty();
  }
}
