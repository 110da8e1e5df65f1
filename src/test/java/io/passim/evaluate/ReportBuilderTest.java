package io.passim.evaluate;

import static io.passim.evaluate.Outcomes.RIGHT;
import static io.passim.evaluate.Outcomes.candidate;
import static io.passim.evaluate.Outcomes.impossible;
import static io.passim.evaluate.Outcomes.nothing;
import static io.passim.evaluate.Outcomes.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.passim.evaluate.EvaluationReport.Counts;
import io.passim.evaluate.EvaluationReport.Group;
import io.passim.evaluate.EvaluationReport.Latency;
import io.passim.evaluate.EvaluationReport.Retrieved;
import io.passim.evaluate.EvaluationReport.Score;
import io.passim.question.QuestionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values worked out by hand. */
class ReportBuilderTest {
  /**
   * Answerable: one right, one half right and given, one right but held back, one without a
   * candidate. Without an answer: one answered, one not.
   */
  private static final List<QuestionOutcome> SIX =
      List.of(
          candidate("1", RIGHT, 0.9),
          candidate("2", "right", 0.8),
          candidate("3", RIGHT, 0.4),
          nothing("4", List.of(RIGHT)),
          impossible("5", "others", 0.7),
          impossible("6", "others", 0.1));

  private static final EvaluationReport REPORT = ReportBuilder.report(SIX);

  @Test
  void counts() {
    assertEquals(new Counts(6, 4, 2, 3), REPORT.counts());
  }

  @Test
  void abstentionsAreEmptyAnswers() {
    // exact: 1 and 6; F1: 1 + 2/3 (one of two words) + 0 + 0 + 0 + 1
    assertScore(2.0 / 6, (1 + 2.0 / 3 + 1) / 6, REPORT.overall());
    assertScore(1.0 / 4, (1 + 2.0 / 3) / 4, REPORT.answerable());
    assertEquals(0.5, REPORT.noAnswerAccuracy());
  }

  @Test
  void theBestCandidateWhateverItsConfidence() {
    assertScore(2.0 / 4, (1 + 2.0 / 3 + 1) / 4, REPORT.best());
  }

  @Test
  void recallAndReciprocalRank() {
    EvaluationReport report =
        ReportBuilder.report(
            List.of(
                outcome("1", List.of(RIGHT), RIGHT, 0.9, 1),
                outcome("2", List.of(RIGHT), RIGHT, 0.9, 5),
                outcome("3", List.of(RIGHT), RIGHT, 0.9, 20),
                outcome("4", List.of(RIGHT), RIGHT, 0.9, null),
                impossible("5", "others", 0.1)));
    assertEquals(new Retrieved(0.25, 0.5, 0.75, (1 + 1.0 / 5 + 1.0 / 20) / 4), report.retrieval());
  }

  @Test
  void whatNoQuestionBearsOnIsUnknown() {
    EvaluationReport report = ReportBuilder.report(List.of(impossible("1", "others", 0.1)));
    assertNull(report.answerable().f1());
    assertNull(report.best().exact());
    assertNull(report.retrieval().at20());
    assertNull(ReportBuilder.report(List.of(candidate("1", RIGHT, 1))).noAnswerAccuracy());
  }

  @Test
  void latencyByNearestRank() {
    List<QuestionOutcome> outcomes = new ArrayList<>();
    IntStream.rangeClosed(1, 200).forEach(ms -> outcomes.add(lasting(ms)));
    assertEquals(new Latency(100, 190, 198), ReportBuilder.report(outcomes).latency());
    assertEquals(new Latency(7, 7, 7), ReportBuilder.report(List.of(lasting(7))).latency());
  }

  @Test
  void byTypeAndLanguage() {
    assertEquals(List.of("who", "what"), REPORT.types().stream().map(Group::name).toList());
    Group what = REPORT.types().getLast();
    assertEquals(5, what.questions());
    assertEquals(2.0 / 5, what.exact());
    assertEquals(1, what.recallAt20());
    assertEquals(List.of("en"), REPORT.languages().stream().map(Group::name).toList());
    assertEquals(5, REPORT.languages().getFirst().questions());
  }

  @Test
  void missesByCause() {
    assertEquals(
        Map.of(
            Cause.NOT_RETRIEVED, 1,
            Cause.NOT_READ, 0,
            Cause.WRONG_SPAN, 3,
            Cause.RANKED_BELOW, 0,
            Cause.HELD_BACK, 0,
            Cause.ANSWERED_ANYWAY, 0),
        REPORT.misses());
  }

  private static QuestionOutcome lasting(double milliseconds) {
    return new QuestionOutcome(
        "q",
        "Who?",
        QuestionType.WHO,
        null,
        List.of(),
        "",
        new SquadScore(true, 1),
        null,
        null,
        null,
        milliseconds);
  }

  private static void assertScore(double exact, double f1, Score score) {
    assertEquals(new Score(exact, f1), score);
  }
}
