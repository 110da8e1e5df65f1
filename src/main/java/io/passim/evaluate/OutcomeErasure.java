package io.passim.evaluate;

import io.passim.document.DocumentId;
import io.passim.store.ErasureRecords;
import io.passim.store.ErasureRecords.Holder;
import io.passim.store.EvaluationRecords;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
      records
          .overCollections()
          .forEach(evaluation -> erase(evaluation, outcome -> names(outcome, gone)));
      erasures.done(Holder.EVALUATIONS, gone);
    }
  }

  /** Of one evaluation: at its end, for what was deleted while its answers were not yet stored. */
  void erase(String evaluationId) {
    erase(evaluationId, _ -> true);
  }

  private void erase(String evaluationId, Predicate<String> suspect) {
    List<String> all = records.outcomes(evaluationId);
    List<Integer> places =
        IntStream.range(0, all.size())
            .filter(place -> suspect.test(all.get(place)))
            .boxed()
            .toList();
    List<QuestionOutcome> stored =
        places.stream().map(all::get).map(EvaluationArchive::outcome).toList();
    List<QuestionOutcome> current = redaction.current(stored);
    for (int i = 0; i < places.size(); i++) {
      if (!stored.get(i).equals(current.get(i))) {
        records.replaceOutcome(
            evaluationId, places.get(i), EvaluationArchive.outcome(current.get(i)));
      }
    }
  }

  /** Seldom true of one that holds none of their words, and much sooner told than by reading it. */
  private static boolean names(String outcome, Set<DocumentId> documents) {
    return documents.stream().anyMatch(id -> outcome.contains(id.value()));
  }
}
