package io.passim.evaluate;

import static io.passim.evaluate.Outcomes.RIGHT;
import static io.passim.evaluate.Outcomes.candidate;
import static io.passim.evaluate.Outcomes.impossible;
import static io.passim.evaluate.Outcomes.nothing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.evaluate.EvaluationReport.Bin;
import io.passim.evaluate.EvaluationReport.RiskPoint;
import io.passim.evaluate.EvaluationReport.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Values worked out by hand. */
class TrustBuilderTest {
  private static final double ROUNDING = 1e-12;

  /** Confidences 0.95 right, 0.91 wrong, 0.75 right, 0.15 wrong, and a question without any. */
  private static final Trust FIVE =
      TrustBuilder.trust(
          List.of(
              candidate("1", RIGHT, 0.75),
              candidate("2", RIGHT, 0.95),
              candidate("3", "others", 0.15),
              impossible("4", RIGHT, 0.91),
              nothing("5", List.of(RIGHT))));

  @Test
  void binsOfEqualWidth() {
    assertEquals(3, FIVE.reliability().size());
    assertBin(0.15, 0, 1, FIVE.reliability().get(0));
    assertBin(0.75, 1, 1, FIVE.reliability().get(1));
    assertBin(0.93, 0.5, 2, FIVE.reliability().get(2));
  }

  @Test
  void certaintyIsInTheLastBin() {
    Trust trust = TrustBuilder.trust(List.of(candidate("1", RIGHT, 1)));
    assertEquals(List.of(new Bin(1, 1, 1)), trust.reliability());
    assertEquals(0, trust.calibrationError());
  }

  @Test
  void calibrationErrorWeighsTheBins() {
    // (1 * |0.15 - 0| + 1 * |0.75 - 1| + 2 * |0.93 - 0.5|) / 4
    assertEquals(
        (0.15 + 0.25 + 0.86) / 4, Objects.requireNonNull(FIVE.calibrationError()), ROUNDING);
  }

  @Test
  void aurocCountsThePairsInTheRightOrder() {
    // right 0.95 and 0.75, wrong 0.91 and 0.15: 3 of 4 pairs
    assertEquals(0.75, FIVE.auroc());
    // equal confidence: half a pair
    Trust tied =
        TrustBuilder.trust(List.of(candidate("1", RIGHT, 0.6), candidate("2", "others", 0.6)));
    assertEquals(0.5, tied.auroc());
    assertNull(TrustBuilder.trust(List.of(candidate("1", RIGHT, 0.6))).auroc());
  }

  @Test
  void riskRisesWithCoverage() {
    List<RiskPoint> curve = FIVE.riskCoverage();
    assertEquals(
        List.of(
            new RiskPoint(0.2, 0, 0.95),
            new RiskPoint(0.4, 0.5, 0.91),
            new RiskPoint(0.6, 1.0 / 3, 0.75),
            new RiskPoint(0.8, 0.5, 0.15)),
        curve);
    assertEquals(0.2, FIVE.coverageAtAccuracy80());
  }

  @Test
  void coverageMayGrowAgainAfterAMistake() {
    // wrong first, then four right ones: at five, exactly a fifth is wrong
    List<QuestionOutcome> outcomes = new ArrayList<>();
    outcomes.add(candidate("0", "others", 0.99));
    for (int i = 1; i <= 4; i++) {
      outcomes.add(candidate(String.valueOf(i), RIGHT, 0.9 - i / 100.0));
    }
    assertEquals(1, TrustBuilder.trust(outcomes).coverageAtAccuracy80());
  }

  @Test
  void equalConfidenceIsNotDivided() {
    Trust trust =
        TrustBuilder.trust(List.of(candidate("1", RIGHT, 0.6), candidate("2", "others", 0.6)));
    assertEquals(List.of(new RiskPoint(1, 0.5, 0.6)), trust.riskCoverage());
    assertEquals(0, trust.coverageAtAccuracy80());
  }

  @Test
  void aHundredPointsAreEnough() {
    List<QuestionOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 1234; i++) {
      outcomes.add(candidate(String.valueOf(i), i % 3 == 0 ? "others" : RIGHT, i / 1234.0));
    }
    List<RiskPoint> curve = TrustBuilder.trust(outcomes).riskCoverage();
    assertEquals(100, curve.size());
    assertEquals(1, curve.getLast().coverage());
    for (int i = 1; i < curve.size(); i++) {
      assertTrue(curve.get(i).coverage() > curve.get(i - 1).coverage());
    }
  }

  @Test
  void withoutACandidateThereIsNothingToTrust() {
    Trust trust = TrustBuilder.trust(List.of(nothing("1", List.of())));
    assertEquals(new Trust(null, null, 0, List.of(), List.of()), trust);
  }

  private static void assertBin(double confidence, double accuracy, int count, Bin bin) {
    assertEquals(confidence, bin.confidence(), ROUNDING);
    assertEquals(accuracy, bin.accuracy(), ROUNDING);
    assertEquals(count, bin.count());
  }
}
