package io.passim.evaluate;

import io.passim.evaluate.QuestionOutcome.Best;
import io.passim.question.QuestionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes outcomes of questions whose answer is "right words", or that have none. */
final class Outcomes {
  static final String RIGHT = "right words";
  private static final double THRESHOLD = 0.5;

  private Outcomes() {}

  /** A candidate to an answerable question; given as an answer from a confidence of 0.5 on. */
  static QuestionOutcome candidate(String id, String text, double confidence) {
    return outcome(id, List.of(RIGHT), text, confidence, 1);
  }

  /** A candidate to a question without an answer. */
  static QuestionOutcome impossible(String id, String text, double confidence) {
    return outcome(id, List.of(), text, confidence, null);
  }

  /** A question without a candidate. */
  static QuestionOutcome nothing(String id, List<String> expected) {
    return new QuestionOutcome(
        id,
        "Who?",
        QuestionType.WHO,
        null,
        expected,
        "",
        SquadScore.of("", expected),
        null,
        null,
        expected.isEmpty() ? null : Cause.NOT_RETRIEVED,
        1);
  }

  static QuestionOutcome outcome(
      String id, List<String> expected, String text, double confidence, @Nullable Integer rank) {
    String predicted = confidence >= THRESHOLD ? text : "";
    SquadScore score = SquadScore.of(predicted, expected);
    return new QuestionOutcome(
        id,
        "What?",
        QuestionType.WHAT,
        "en",
        expected,
        predicted,
        score,
        new Best(text, confidence, SquadScore.of(text, expected), null),
        rank,
        score.right() ? null : Cause.WRONG_SPAN,
        2);
  }
}
