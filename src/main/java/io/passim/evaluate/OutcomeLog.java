package io.passim.evaluate;

import io.passim.store.EvaluationRecords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what came of questions, some at a time. Used by one thread. */
final class OutcomeLog {
  /** A crash loses no more answers than these. */
  private static final int AT_ONCE = 20;

  private final EvaluationRecords records;
  private final EvaluationRun run;
  private final Evaluation evaluation;
  private final List<QuestionOutcome> all = new ArrayList<>();
  private int stored;

  OutcomeLog(EvaluationRecords records, EvaluationRun run, Evaluation evaluation) {
    this.records = records;
    this.run = run;
    this.evaluation = evaluation;
  }

  void add(QuestionOutcome outcome) {
    all.add(outcome);
    if (all.size() - stored >= AT_ONCE) {
      flush();
    }
  }

  /** Writes down the rest, with how far the evaluation has come. */
  void flush() {
    List<String> left =
        all.subList(stored, all.size()).stream().map(EvaluationArchive::outcome).toList();
    records.addOutcomes(evaluation.id(), stored, left);
    stored = all.size();
    records.update(EvaluationArchive.row(run.in(evaluation)));
  }

  /** All that was added. */
  List<QuestionOutcome> all() {
    return Collections.unmodifiableList(all);
  }
}
