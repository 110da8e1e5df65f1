package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.evaluate.EvaluationComparison.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PairedTestTest {
  private static final QuestionOutcome RIGHT = Outcomes.candidate("q", Outcomes.RIGHT, 0.9);
  private static final QuestionOutcome WRONG = Outcomes.candidate("q", "others", 0.9);
  private static final QuestionOutcome HALF = Outcomes.candidate("q", "right", 0.9);

  private static List<Pair> pairs(int better, int worse, int same) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < better; i++) {
      pairs.add(new Pair(RIGHT, WRONG));
    }
    for (int i = 0; i < worse; i++) {
      pairs.add(new Pair(WRONG, RIGHT));
    }
    for (int i = 0; i < same; i++) {
      pairs.add(new Pair(RIGHT, RIGHT));
    }
    return pairs;
  }

  private static double p(String metric, List<Pair> pairs) {
    return Objects.requireNonNull(PairedTest.pValue(metric, pairs), metric);
  }

  @Test
  void fewQuestionsShowLittle() {
    assertEquals(1, p("exact", pairs(0, 0, 5)));
    assertEquals(1, p("exact", pairs(1, 0, 99)));
    assertEquals(1, p("exact", pairs(3, 3, 0)));
  }

  @Test
  void allSignsAreTriedWhereFewQuestionsDiffer() {
    assertEquals(2.0 / 64, p("exact", pairs(6, 0, 100)), 1e-12);
    // 8 of 10: the binomial tails of 0, 1 and 2 of 10, twice.
    assertEquals(2.0 * (1 + 10 + 45) / 1024, p("exact", pairs(8, 2, 0)), 1e-12);
    assertEquals(p("exact", pairs(8, 2, 0)), p("exact", pairs(2, 8, 0)), 1e-12);
  }

  @Test
  void manyQuestionsThatDifferAreTakenAsNormal() {
    // McNemar's: z = (30 - 10) / sqrt(40) = 3.162.
    assertEquals(0.001565, p("exact", pairs(30, 10, 0)), 1e-6);
    assertEquals(1, p("exact", pairs(20, 20, 0)), 1e-6);
  }

  @Test
  void howMuchAQuestionDiffersCounts() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pairs.add(new Pair(HALF, WRONG));
    }
    assertEquals(2.0 / 64, p("f1", pairs), 1e-12);
    assertEquals(1, p("exact", pairs));
    pairs.add(new Pair(WRONG, RIGHT));
    assertTrue(p("f1", pairs) > 0.05);
  }

  @Test
  void whatWasAnsweredAnywayCountsSoOnceItsDocumentIsGone() {
    QuestionOutcome declined = Outcomes.impossible("n", "w", 0.1);
    QuestionOutcome answered = Outcomes.impossible("n", "w", 0.9);
    double before = p("noAnswerAccuracy", Collections.nCopies(6, new Pair(declined, answered)));
    assertEquals(2.0 / 64, before, 1e-12);
    Pair now = new Pair(declined, answered.silenced());
    assertEquals(before, p("noAnswerAccuracy", Collections.nCopies(6, now)));
  }

  @Test
  void onlyQuestionsThatBearOnAFigureCount() {
    Pair declined =
        new Pair(Outcomes.impossible("n", "w", 0.1), Outcomes.impossible("n", "w", 0.9));
    assertNull(PairedTest.pValue("hasAnswerExact", List.of(declined)));
    assertEquals(1, p("noAnswerAccuracy", List.of(declined)));
    assertNull(PairedTest.pValue("noAnswerAccuracy", pairs(1, 0, 0)));
    assertEquals(2.0 / 64, p("bestF1", pairs(6, 0, 0)), 1e-12);
    assertEquals(1, p("mrr", pairs(6, 0, 0)));
    assertNull(PairedTest.pValue("ece", pairs(6, 0, 0)));
    assertNull(PairedTest.pValue("latencyP50", pairs(6, 0, 0)));
  }
}
