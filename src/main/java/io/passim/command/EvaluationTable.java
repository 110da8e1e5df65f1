package io.passim.command;

import io.passim.evaluate.Evaluation;
import io.passim.evaluate.EvaluationReport;
import io.passim.evaluate.EvaluationReport.Group;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of an evaluation for a terminal. Pure. */
final class EvaluationTable {
  private static final int WIDTH = 28;

  private final StringBuilder lines = new StringBuilder();

  private EvaluationTable() {}

  static String of(Evaluation evaluation, EvaluationReport report) {
    EvaluationTable table = new EvaluationTable();
    table.text("evaluation", evaluation.name() + " (" + evaluation.id() + ")");
    if (evaluation.provenance() != null) {
      table.text("reader", evaluation.provenance().reader());
      table.text("configuration", evaluation.provenance().configuration());
    }
    table.text(
        "questions",
        String.format(
            Locale.ROOT,
            "%d (%d answerable, %d not), %d answered",
            report.counts().questions(),
            report.counts().answerable(),
            report.counts().unanswerable(),
            report.counts().answered()));
    report.metrics().forEach(table::figure);
    report
        .misses()
        .forEach(
            (cause, count) -> table.text("missed: " + words(cause.name()), String.valueOf(count)));
    table.groups(report.types());
    table.groups(report.languages());
    return table.lines.toString();
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void groups(List<Group> groups) {
    for (Group group : groups) {
      text(
          group.name().replace('_', ' ') + " (" + group.questions() + ")",
          "exact " + share(group.exact()) + ", F1 " + share(group.f1()));
    }
  }

  private void figure(String name, @Nullable Double value) {
    text(
        name,
        name.startsWith("latency") && value != null
            ? String.format(Locale.ROOT, "%.1f ms", value)
            : share(value));
  }

  private static String share(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private void text(String name, String value) {
    lines
        .append(String.format(Locale.ROOT, "%-" + WIDTH + "s %s", name, value))
        .append(System.lineSeparator());
  }
}
