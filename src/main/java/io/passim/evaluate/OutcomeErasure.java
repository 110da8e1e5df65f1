package io.passim.evaluate;

import io.passim.document.DocumentId;
import io.passim.store.ErasureRecords;
import io.passim.store.ErasureRecords.Holder;
import io.passim.store.EvaluationRecords;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Takes the words of deleted documents out of the stored evaluations. Until then {@link
 * OutcomeRedaction} leaves them out of what is read. Any thread may call any method.
 */
@ApplicationScoped
class OutcomeErasure {
  private final ErasureRecords erasures;
  private final EvaluationRecords records;
  private final OutcomeRedaction redaction;

  OutcomeErasure(ErasureRecords erasures, EvaluationRecords records, OutcomeRedaction redaction) {
    this.erasures = erasures;
    this.records = records;
    this.redaction = redaction;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void erase() {
    Set<DocumentId> gone = erasures.pending(Holder.EVALUATIONS);
    if (!gone.isEmpty()) {
      records.overCollections().forEach(this::erase);
      erasures.done(Holder.EVALUATIONS, gone);
    }
  }

  /** Of one evaluation: at its end, for what was deleted while its answers were not yet stored. */
  void erase(String evaluationId) {
    List<QuestionOutcome> stored =
        records.outcomes(evaluationId).stream().map(EvaluationArchive::outcome).toList();
    List<QuestionOutcome> current = redaction.current(stored);
    for (int place = 0; place < stored.size(); place++) {
      if (!stored.get(place).equals(current.get(place))) {
        records.replaceOutcome(evaluationId, place, EvaluationArchive.outcome(current.get(place)));
      }
    }
  }
}
