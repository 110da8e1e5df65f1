package io.passim.evaluate;

import io.passim.evaluate.ComparisonBuilder.Measured;
import io.passim.evaluate.EvaluationQueue.Ending;
import io.passim.store.CollectionRecords;
import io.passim.store.EvaluationFiles;
import io.passim.store.EvaluationRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evaluations over the queue and the store. */
@ApplicationScoped
class StoredEvaluations implements Evaluations {
  /** What a person looks through; older ones are found by their links. */
  private static final int MAX_LISTED = 200;

  private final EvaluationRecords records;
  private final EvaluationFiles files;
  private final CollectionRecords collections;
  private final OutcomeRedaction redaction;
  private final ReaderChoice readers;
  private final EvaluationQueue queue;
  private final Clock clock = Clock.systemUTC();

  StoredEvaluations(
      EvaluationRecords records,
      EvaluationFiles files,
      CollectionRecords collections,
      OutcomeRedaction redaction,
      ReaderChoice readers,
      EvaluationQueue queue) {
    this.records = records;
    this.files = files;
    this.collections = collections;
    this.redaction = redaction;
    this.readers = readers;
    this.queue = queue;
  }

  @Override
  public Evaluation submit(EvaluationRequest request) {
    byte[] dataset = EvaluationArchive.dataset(request.dataset());
    Evaluation evaluation =
        Evaluation.queued(
            "e_" + UUID.randomUUID().toString().replace("-", ""),
            EvaluationNames.check(request.name()),
            collections(request.collectionIds()),
            readers.check(request.reader()),
            EvaluationArchive.sha256(dataset),
            request.dataset().size(),
            clock.instant());
    queue.admit(
        evaluation.id(),
        () -> {
          files.put(evaluation.id(), dataset);
          records.insert(EvaluationArchive.row(evaluation));
        });
    return evaluation;
  }

  private @Nullable List<String> collections(@Nullable List<String> ids) {
    if (ids == null) {
      return null;
    }
    if (ids.isEmpty()) {
      throw new InvalidEvaluationException(
          "collection_not_found", "Name a collection, or none for the dataset's own texts.");
    }
    for (String id : ids) {
      if (collections.find(id).isEmpty()) {
        throw new InvalidEvaluationException(
            "collection_not_found", "There is no collection \"" + SquadReader.clean(id) + "\".");
      }
    }
    return ids.stream().distinct().toList();
  }

  @Override
  public List<Evaluation> list() {
    return records.list(MAX_LISTED).stream()
        .map(EvaluationArchive::evaluation)
        .map(this::asItStands)
        .toList();
  }

  @Override
  public Optional<Evaluation> find(String id) {
    return records.find(id).map(EvaluationArchive::evaluation).map(this::asItStands);
  }

  @Override
  public Optional<Evaluation> await(String id, Duration atMost) throws InterruptedException {
    queue.await(id, atMost);
    return find(id);
  }

  /** What is stored of the one that runs lags behind. */
  private Evaluation asItStands(Evaluation evaluation) {
    return evaluation.status() == EvaluationStatus.RUNNING
        ? queue.running(evaluation.id()).map(run -> run.in(evaluation)).orElse(evaluation)
        : evaluation;
  }

  @Override
  public List<QuestionOutcome> outcomes(String id) {
    return redaction.current(
        records.outcomes(id).stream().map(EvaluationArchive::outcome).toList());
  }

  @Override
  public Optional<EvaluationComparison> compare(String here, String there) {
    Optional<Evaluation> first = find(here);
    Optional<Evaluation> second = find(there);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(ComparisonBuilder.compare(measured(first.get()), measured(second.get())));
  }

  private Measured measured(Evaluation evaluation) {
    EvaluationReport report = evaluation.report();
    if (evaluation.status() != EvaluationStatus.DONE || report == null) {
      throw new InvalidEvaluationException(
          "evaluation_not_done", "Only evaluations that are done can be compared.");
    }
    return new Measured(evaluation, report, outcomes(evaluation.id()));
  }

  @Override
  public Optional<Evaluation> cancel(String id) {
    Ending ending = queue.end(id);
    Optional<Evaluation> evaluation = find(id);
    if (ending == Ending.ENDING || evaluation.isEmpty()) {
      return evaluation;
    }
    if (evaluation.get().status().isFinal()) {
      throw new InvalidEvaluationException("evaluation_final", "The evaluation had ended.");
    }
    // One that is said to run and does not was left so by a disk that refused its end.
    EvaluationStatus end =
        ending == Ending.WITHDRAWN ? EvaluationStatus.CANCELLED : EvaluationStatus.INTERRUPTED;
    Evaluation ended = evaluation.get().ended(end, null, null, clock.instant());
    records.update(EvaluationArchive.row(ended));
    files.delete(id);
    return find(id);
  }

  @Override
  public boolean delete(String id) {
    try {
      queue.endAndWait(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while evaluation " + id + " ended", e);
    }
    boolean there = records.delete(id);
    if (there) {
      files.delete(id);
    }
    return there;
  }
}
