package io.passim.evaluate;

import io.passim.store.EvaluationFiles;
import io.passim.store.EvaluationRecords;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes up at start what the last run left, and ends the run in hand before the server ends. */
@ApplicationScoped
class EvaluationLifecycle {
  private final EvaluationRecords records;
  private final EvaluationFiles files;
  private final EvaluationQueue queue;
  private final OutcomeErasure erasure;

  EvaluationLifecycle(
      EvaluationRecords records,
      EvaluationFiles files,
      EvaluationQueue queue,
      OutcomeErasure erasure) {
    this.records = records;
    this.files = files;
    this.queue = queue;
    this.erasure = erasure;
  }

  void onStart(@Observes @Nullable StartupEvent event) {
    withStatus(EvaluationStatus.RUNNING).forEach(this::interrupted);
    List<String> waiting = new ArrayList<>();
    for (Evaluation evaluation : withStatus(EvaluationStatus.QUEUED)) {
      if (files.find(evaluation.id()).isPresent()) {
        waiting.add(evaluation.id());
      } else {
        // A restored backup has the records only.
        interrupted(evaluation);
      }
    }
    files.retain(new HashSet<>(waiting));
    queue.start(waiting);
  }

  void onStop(@Observes ShutdownEvent event) {
    queue.stop();
  }

  private List<Evaluation> withStatus(EvaluationStatus status) {
    return records.withStatus(status.name()).stream().map(EvaluationArchive::evaluation).toList();
  }

  private void interrupted(Evaluation evaluation) {
    erasure.erase(evaluation.id());
    records.update(
        EvaluationArchive.row(
            evaluation.ended(EvaluationStatus.INTERRUPTED, null, null, Instant.now())));
  }
}
