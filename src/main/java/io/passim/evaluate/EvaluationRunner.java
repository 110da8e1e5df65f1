package io.passim.evaluate;

import io.passim.answer.OtherReaders;
import io.passim.answer.QuestionAnswerer;
import io.passim.document.DocumentScope;
import io.passim.document.Problem;
import io.passim.evaluate.QuestionEvaluator.Evaluated;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.index.IndexConfig;
import io.passim.index.TemporaryIndex;
import io.passim.inference.OverloadedException;
import io.passim.retrieve.PassageRetriever;
import io.passim.store.CollectionRecords;
import io.passim.store.EvaluationFiles;
import io.passim.store.EvaluationRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes one stored evaluation from its start to its end. Used by one thread at a time. */
@ApplicationScoped
class EvaluationRunner {
  private static final Logger LOG = Logger.getLogger(EvaluationRunner.class);

  private final EvaluationRecords records;
  private final EvaluationFiles files;
  private final CollectionRecords collections;
  private final QuestionAnswerer answerer;
  private final ReaderChoice readers;
  private final PassageRetriever retriever;
  private final DatasetPassages passages;
  private final IndexConfig indexing;
  private final OutcomeErasure erasure;
  private final Clock clock = Clock.systemUTC();

  EvaluationRunner(
      EvaluationRecords records,
      EvaluationFiles files,
      CollectionRecords collections,
      QuestionAnswerer answerer,
      ReaderChoice readers,
      PassageRetriever retriever,
      DatasetPassages passages,
      IndexConfig indexing,
      OutcomeErasure erasure) {
    this.records = records;
    this.files = files;
    this.collections = collections;
    this.answerer = answerer;
    this.readers = readers;
    this.retriever = retriever;
    this.passages = passages;
    this.indexing = indexing;
    this.erasure = erasure;
  }

  /** Runs an evaluation that was stored; one that has been deleted is no error. */
  void run(EvaluationRun run) {
    Optional<Evaluation> queued = records.find(run.id()).map(EvaluationArchive::evaluation);
    Optional<Path> dataset = files.find(run.id());
    if (queued.isEmpty()) {
      return;
    }
    if (dataset.isEmpty()) {
      LOG.warnf("The dataset of evaluation %s is gone", run.id());
      records.update(
          EvaluationArchive.row(
              queued.get().ended(EvaluationStatus.INTERRUPTED, null, null, clock.instant())));
      return;
    }
    Evaluation started = queued.get().started(clock.instant());
    records.update(EvaluationArchive.row(started));
    try {
      end(run, started, dataset.get());
    } finally {
      files.delete(run.id());
    }
  }

  private void end(EvaluationRun run, Evaluation started, Path file) {
    OutcomeLog outcomes = new OutcomeLog(records, run, started);
    EvaluationStatus status = EvaluationStatus.DONE;
    Problem problem = null;
    try {
      ask(run, started, EvaluationArchive.dataset(file), outcomes);
    } catch (CancellationException e) {
      status = run.end();
    } catch (InvalidEvaluationException e) {
      status = EvaluationStatus.FAILED;
      problem = e.problem();
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.errorf(e, "Evaluation %s failed", run.id());
      status = EvaluationStatus.FAILED;
      problem = new Problem("internal_error", "The evaluation failed; the server's log says why.");
    }
    outcomes.flush();
    erasure.erase(run.id());
    Evaluation ended =
        run.in(started).ended(status, problem, report(status, outcomes.all()), clock.instant());
    records.update(EvaluationArchive.row(ended));
    LOG.infof(
        "Evaluation %s ended as %s after %d of %d questions",
        ended.id(), ended.status(), ended.asked(), ended.questions());
  }

  private static @Nullable EvaluationReport report(
      EvaluationStatus status, List<QuestionOutcome> outcomes) {
    boolean told = status == EvaluationStatus.DONE || status == EvaluationStatus.CANCELLED;
    return told && !outcomes.isEmpty() ? ReportBuilder.report(outcomes) : null;
  }

  private void ask(
      EvaluationRun run, Evaluation started, SquadDataset dataset, OutcomeLog outcomes) {
    List<String> ids = started.collectionIds();
    if (ids != null) {
      ids.forEach(this::requireCollection);
    }
    String reader = started.reader();
    if (reader == null) {
      ask(run, ids, answerer, dataset, outcomes);
      return;
    }
    try (OtherReaders.Opened opened = readers.open(reader)) {
      ask(run, ids, opened.answerer(), dataset, outcomes);
    }
  }

  private void ask(
      EvaluationRun run,
      @Nullable List<String> ids,
      QuestionAnswerer answering,
      SquadDataset dataset,
      OutcomeLog outcomes) {
    if (ids != null) {
      DocumentScope scope = DocumentScope.within(Set.copyOf(ids));
      askAll(
          run,
          dataset,
          new QuestionEvaluator(answering.uncurated(), retriever, scope, true),
          outcomes);
      return;
    }
    try (TemporaryIndex own = TemporaryIndex.in(files.newScratch(), indexing)) {
      passages.addTo(own.passages(), dataset, run);
      PassageRetriever from = retriever.over(own.passages());
      askAll(
          run,
          dataset,
          new QuestionEvaluator(answering.over(from), from, DocumentScope.EVERYWHERE, false),
          outcomes);
    } finally {
      files.removeScratch();
    }
  }

  private static void askAll(
      EvaluationRun run, SquadDataset dataset, QuestionEvaluator evaluator, OutcomeLog outcomes) {
    run.asking();
    for (Asked asked : dataset.questions()) {
      Evaluated evaluated = ask(run, evaluator, asked);
      run.asked(evaluated.provenance());
      outcomes.add(evaluated.outcome());
    }
  }

  /** People's own questions come first: where the reader has no place, this one waits. */
  private static Evaluated ask(EvaluationRun run, QuestionEvaluator evaluator, Asked asked) {
    while (true) {
      try {
        return evaluator.evaluate(asked, run);
      } catch (OverloadedException e) {
        run.pause(e.retryAfter());
      }
    }
  }

  private void requireCollection(String id) {
    if (collections.find(id).isEmpty()) {
      throw new InvalidEvaluationException(
          "collection_not_found", "There is no collection \"" + id + "\".");
    }
  }
}
