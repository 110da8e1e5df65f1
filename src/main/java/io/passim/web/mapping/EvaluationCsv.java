package io.passim.web.mapping;

import io.passim.evaluate.QuestionOutcome;
import io.passim.web.protocol.QuestionResultView;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** What came of an evaluation's questions as a CSV file. */
public final class EvaluationCsv {
  private EvaluationCsv() {}

  public static String of(List<QuestionOutcome> outcomes) {
    return CsvTable.of(
        Arrays.stream(QuestionResultView.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList(),
        outcomes.stream().map(EvaluationViews::of).map(EvaluationCsv::row));
  }

  private static String row(QuestionResultView result) {
    return CsvTable.row(
        CsvTable.text(result.id()),
        CsvTable.text(result.question()),
        CsvTable.text(result.type()),
        CsvTable.text(result.language()),
        CsvTable.texts(result.expected()),
        CsvTable.text(result.predicted()),
        CsvTable.text(result.best()),
        String.valueOf(result.exact()),
        String.valueOf(result.f1()),
        CsvTable.number(result.bestF1()),
        CsvTable.number(result.confidence()),
        CsvTable.number(result.rank()),
        CsvTable.text(result.cause()),
        String.valueOf(result.latencyMs()),
        String.valueOf(result.documentDeleted()));
  }
}
