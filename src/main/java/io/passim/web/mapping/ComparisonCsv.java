package io.passim.web.mapping;

import io.passim.evaluate.EvaluationComparison;
import io.passim.web.protocol.ComparisonView;
import io.passim.web.protocol.ComparisonView.ChangedView;
import io.passim.web.protocol.ComparisonView.DifferenceView;
import io.passim.web.protocol.ComparisonView.SideView;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two evaluations side by side as a CSV file: a row for each figure, then one for each common
 * question that came out differently, told apart by {@code kind}.
 */
public final class ComparisonCsv {
  /** {@code here}, {@code there} and {@code difference} are the figure's, or the question's F1. */
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "id",
          "here",
          "there",
          "difference",
          "question",
          "expected",
          "herePredicted",
          "therePredicted",
          "hereConfidence",
          "thereConfidence",
          "hereCause",
          "thereCause",
          "hereDocumentDeleted",
          "thereDocumentDeleted");

  private ComparisonCsv() {}

  public static String of(EvaluationComparison comparison) {
    ComparisonView view = ComparisonViews.of(comparison);
    return CsvTable.of(
        COLUMNS,
        Stream.of(
                view.metrics().stream().map(ComparisonCsv::metric),
                view.better().stream().map(changed -> question("better", changed)),
                view.worse().stream().map(changed -> question("worse", changed)))
            .flatMap(rows -> rows));
  }

  private static String metric(DifferenceView figure) {
    return CsvTable.row(
        "metric",
        CsvTable.text(figure.metric()),
        CsvTable.number(figure.here()),
        CsvTable.number(figure.there()),
        CsvTable.number(figure.difference()),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "");
  }

  private static String question(String kind, ChangedView changed) {
    SideView here = changed.here();
    SideView there = changed.there();
    return CsvTable.row(
        kind,
        CsvTable.text(changed.id()),
        CsvTable.number(here.f1()),
        CsvTable.number(there.f1()),
        CsvTable.number(here.f1() - there.f1()),
        CsvTable.text(changed.question()),
        CsvTable.texts(changed.expected()),
        CsvTable.text(here.predicted()),
        CsvTable.text(there.predicted()),
        CsvTable.number(here.confidence()),
        CsvTable.number(there.confidence()),
        CsvTable.text(here.cause()),
        CsvTable.text(there.cause()),
        String.valueOf(here.documentDeleted()),
        String.valueOf(there.documentDeleted()));
  }
}
