package io.passim.evaluate;

import static org.awaitility.Awaitility.await;

import io.passim.answer.OtherReaders;
import io.passim.answer.QuestionAnswerer;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.TestEncoders;
import io.passim.ingest.passage.PassageSplitter;
import io.passim.retrieve.TestRetrievers;
import io.passim.store.TestRecords;
import io.quarkus.runtime.ShutdownEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Evaluations over a data directory, put together as the server does, and opened as often. */
final class TestEvaluations implements AutoCloseable {
  static final int QUEUE = 2;

  final TestRecords records;
  final Evaluations evaluations;
  final EvaluationQueue queue;
  final OutcomeErasure erasure;
  private final EvaluationLifecycle lifecycle;

  private TestEvaluations(
      Path directory, QuestionAnswerer answerer, OtherReaders others, PassageIndex index) {
    EvaluationConfig config = TestDatasets.config(1000, 1_000_000, QUEUE);
    ReaderChoice readers = new ReaderChoice(others, config);
    records = TestRecords.open(directory);
    OutcomeRedaction redaction = new OutcomeRedaction(records.documents());
    erasure = new OutcomeErasure(records.erasures(), records.evaluations(), redaction);
    EvaluationRunner runner =
        new EvaluationRunner(
            records.evaluations(),
            records.evaluationFiles(),
            records.collections(),
            answerer,
            readers,
            TestRetrievers.lexical(index, TestEncoders.shipped(), 10),
            new DatasetPassages(new PassageSplitter(), TestEncoders.shipped(), () -> {}),
            TestIndexes.defaults(),
            erasure);
    queue = new EvaluationQueue(runner, config);
    evaluations =
        new StoredEvaluations(
            records.evaluations(),
            records.evaluationFiles(),
            records.collections(),
            redaction,
            readers,
            queue);
    lifecycle =
        new EvaluationLifecycle(records.evaluations(), records.evaluationFiles(), queue, erasure);
  }

  /** Opens, or opens again, and takes up what was left. */
  static TestEvaluations open(Path directory, QuestionAnswerer answerer, PassageIndex index) {
    return open(directory, answerer, new ScriptedReaders(), index);
  }

  /** Likewise, with other readers beside. */
  static TestEvaluations open(
      Path directory, QuestionAnswerer answerer, OtherReaders others, PassageIndex index) {
    TestEvaluations opened = new TestEvaluations(directory, answerer, others, index);
    opened.lifecycle.onStart(null);
    return opened;
  }

  /** Queues an evaluation and waits for its end. */
  Evaluation run(EvaluationRequest request) {
    return awaitEnd(evaluations.submit(request).id());
  }

  Evaluation awaitEnd(String id) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> evaluations.find(id).orElseThrow(), found -> found.status().isFinal());
  }

  Evaluation awaitStatus(String id, EvaluationStatus status) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> evaluations.find(id).orElseThrow(), found -> found.status() == status);
  }

  List<QuestionOutcome> outcomes(Evaluation evaluation) {
    return evaluations.outcomes(evaluation.id());
  }

  @Override
  public void close() {
    lifecycle.onStop(new ShutdownEvent());
  }
}
