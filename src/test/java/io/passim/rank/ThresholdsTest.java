package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.DocumentScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
  /** The fixtures' documents lie in the collection {@code c}. */
  private static final Ranking RANKING =
      new Ranking(
          List.of(
              new RankedAnswer(
                  RankFixtures.candidate("d_1", 1, "It takes 20 days.", "20 days", 3),
                  0.6,
                  List.of(),
                  Map.of())),
          0.5);

  @Test
  void theCollectionOfTheBestAnswerDecides() {
    assertEquals(
        RANKING.withThreshold(0.7), new Thresholds(Map.of("c", 0.7, "other", 0.1)).decide(RANKING));
    assertEquals(0, new Thresholds(Map.of("c", 0.0)).decide(RANKING).threshold());
  }

  @Test
  void withoutOneOfItsOwnTheRankersDecides() {
    assertEquals(RANKING, new Thresholds(Map.of("other", 0.1)).decide(RANKING));
    assertEquals(RANKING, Thresholds.NONE.decide(RANKING));
    Ranking nothing = new Ranking(List.of(), 0.5);
    assertEquals(nothing, new Thresholds(Map.of("c", 0.7)).decide(nothing));
  }

  @Test
  void onlyThoseOfTheCollectionsAskedCount() {
    Thresholds both = new Thresholds(Map.of("a", 0.2, "b", 0.3));
    assertEquals(both, both.within(DocumentScope.EVERYWHERE));
    assertEquals(
        new Thresholds(Map.of("a", 0.2)), both.within(DocumentScope.within(Set.of("a", "x"))));
  }

  @Test
  void theFingerprintIsThatOfTheValues() {
    Map<String, Double> backwards = new LinkedHashMap<>();
    List.of("c", "b", "a").forEach(id -> backwards.put(id, 0.25));
    assertEquals(
        new Thresholds(Map.of("a", 0.25, "b", 0.25, "c", 0.25)).fingerprint(),
        new Thresholds(backwards).fingerprint());
    assertNotEquals(
        new Thresholds(Map.of("a", 0.25)).fingerprint(),
        new Thresholds(Map.of("a", 0.250001)).fingerprint());
    assertEquals("", Thresholds.NONE.fingerprint());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoProbability(double threshold) {
    assertThrows(IllegalArgumentException.class, () -> new Thresholds(Map.of("c", threshold)));
  }
}
