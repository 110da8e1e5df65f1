package io.passim.web.mapping;

import io.passim.evaluate.QuestionOutcome;
import io.passim.web.protocol.QuestionResultView;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of an evaluation's questions as a CSV file after RFC 4180.
 *
 * <p>Datasets and documents write most of the cells, and spreadsheets run what begins like a
 * formula: such a cell begins with an apostrophe instead (OWASP, <i>CSV injection</i>).
 */
public final class EvaluationCsv {
  private static final String LINE_END = "\r\n";

  /** Full-width forms too, which spreadsheets in East Asian languages take for the same. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Cntrl}\"']*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*", Pattern.DOTALL);

  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

  private EvaluationCsv() {}

  public static String of(List<QuestionOutcome> outcomes) {
    String columns =
        Arrays.stream(QuestionResultView.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.joining(","));
    return Stream.concat(
            Stream.of(columns), outcomes.stream().map(EvaluationViews::of).map(EvaluationCsv::row))
        .collect(Collectors.joining(LINE_END, "", LINE_END));
  }

  private static String row(QuestionResultView result) {
    return Stream.of(
            text(result.id()),
            text(result.question()),
            text(result.type()),
            text(result.language()),
            text(String.join(" | ", result.expected())),
            text(result.predicted()),
            text(result.best()),
            String.valueOf(result.exact()),
            String.valueOf(result.f1()),
            number(result.bestF1()),
            number(result.confidence()),
            number(result.rank()),
            text(result.cause()),
            String.valueOf(result.latencyMs()),
            String.valueOf(result.documentDeleted()))
        .collect(Collectors.joining(","));
  }

  private static String number(@Nullable Number value) {
    return value == null ? "" : value.toString();
  }

  private static String text(@Nullable String value) {
    String given = Objects.requireNonNullElse(value, "");
    String cell = FORMULA.matcher(given).matches() ? "'" + given : given;
    return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
