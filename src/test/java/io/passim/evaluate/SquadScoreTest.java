package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquadScoreTest {
  @ParameterizedTest
  @CsvSource({
    "'The  Beatles!', beatles",
    "'an apple, a pear', apple pear",
    "'1,000.50 €', '100050 €'",
    "'Another theme', another theme",
    "'U.S.A.', usa",
    "'the', ''",
    "'l’été', l’été",
  })
  void normalisesAsTheOfficialScorerDoes(String text, String normalised) {
    assertEquals(normalised, SquadScore.normalise(text));
  }

  @Test
  void theBestReferenceCounts() {
    // "25 days" against "25 working days": 2 common, 2 said, 3 wanted: 2 * 2 / 5
    assertEquals(
        new SquadScore(false, 0.8), SquadScore.of("25 days", List.of("30", "25 working days")));
    assertEquals(new SquadScore(true, 1), SquadScore.of("The 25!", List.of("25 days", "25")));
  }

  @Test
  void aWordCountsAsOftenAsItStandsInBoth() {
    // "go go go" against "go": 1 common, 3 said, 1 wanted: 2 * 1 / 4
    assertEquals(0.5, SquadScore.of("go go go", List.of("go")).f1());
  }

  @Test
  void anAbstentionIsRightExactlyIfThereIsNoAnswer() {
    assertEquals(new SquadScore(true, 1), SquadScore.of("", List.of()));
    assertEquals(new SquadScore(false, 0), SquadScore.of("20 days", List.of()));
    assertEquals(new SquadScore(false, 0), SquadScore.of("", List.of("20 days")));
  }

  @Test
  void referencesOfWhichNothingIsLeftDoNotCount() {
    assertEquals(new SquadScore(true, 1), SquadScore.of("...", List.of("the")));
  }

  @Test
  void fourFifthsAreRight() {
    assertTrue(SquadScore.of("25 days", List.of("25 working days")).right());
    assertFalse(SquadScore.of("25", List.of("25 working days")).right());
  }
}
