package io.passim.rank;

import static io.passim.rank.RankFixtures.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.read.CandidateSpan;
import io.passim.read.TestPassages;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20 days                | 25 days
          twenty days            | 25 days
          25 days                | 25 weeks
          25 working days        | 20 days of leave
          Ann                    | Bob
          Ann Kelly              | Bob Kelly
          1 March                | 2 March
          1 March                | 1 April
          1st March 2025         | 1 March 2026
          1er mars 2025          | 1 April 2025
          €1,000                 | €1,500
          €25                    | $25
          one manager            | one engineer
          required               | not required
          eleven                 | half past eleven
          with a badge           | without a badge
          un mardi               | un jeudi
          sans frais             | des frais
          C++                    | C#
          !                      | ?
          quatre-vingts euros    | vingt euros
          2 ans                  | 3 years
          1 an                   | 1 month
          un an                  | deux ans
          a day                  | two days
          37,5 hours             | 38.5 hours
          one hundred and twenty | one hundred
          vingt et un jours      | vingt jours
          one hundred and two hundred | 102 hundred
          fifty cents            | 5000
          """)
  void whatCannotBothBeRightIsAContradiction(String one, String other) {
    assertContradiction(true, one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          25 days                | 25
          20 days of paid leave  | 20 days
          25 working days        | 25 days
          25 working days        | 25 days of leave
          twenty days            | 20 days
          twenty-five days       | 25 days
          Ann Kelly              | Kelly
          1 March 2025           | 1st March 2025
          the first of March     | 1 March
          1 March                | 1 March 2025
          1er mars 2025          | 1 March 2025
          vingt jours            | 20 days
          quatre-vingt-dix jours | 90 jours
          two hundred euros      | €200
          deux cents euros       | €200
          one hundred and twenty | 120
          two thousand and five  | 2005
          vingt et un jours      | 21 days
          vingt et une heures    | 21 hours
          soixante et onze       | 71
          quatre-vingt-un        | 81
          between one hundred and two hundred | between 100 and 200
          2 ans                  | 2 years
          1 an                   | one year
          un an                  | a year
          20 days a year         | 20 days per year
          37,5 heures            | 37.5 hours
          1 000 euros            | 1,000 euros
          €1,000                 | 1000 euros
          1\u00a0000 €                | €1,000
          Hélène Roy             | Helene Roy
          le siège de Lyon       | siège de Lyon
          l'école                | une école
          """)
  void whatBothCanBeRightIsNone(String one, String other) {
    assertContradiction(false, one, other);
  }

  @Test
  void nothingContradictsItselfInOneDocument() {
    RankedAnswer best = answer("d_1", "20 days", 0.5);
    assertEquals(Set.of(), among(best, answer("d_1", "25 days", 0.5)));
    assertEquals(Set.of(), among());
  }

  @ParameterizedTest
  @CsvSource({"0.60, 0.35, true", "0.60, 0.25, false", "0.25, 0.22, true", "0.25, 0.15, false"})
  void onlyAnAnswerOfSimilarStrengthIsAContradiction(double one, double other, boolean expected) {
    RankedAnswer best = answer("d_1", "20 days", one);
    RankedAnswer second = answer("d_2", "25 days", other);
    assertEquals(expected ? Set.of(second) : Set.of(), among(best, second));
  }

  @Test
  void aDocumentThatSaysBothHidesNoOtherThatContradictsIt() {
    RankedAnswer best = answer("d_1", "25 days", 0.5);
    CandidateSpan inBoth = candidate("d_1", 1, "It says: 20 days. Or 25 days.", "20 days", 5);
    CandidateSpan elsewhere = candidate("d_2", 2, "It says: 20 Days.", "20 Days", 4);
    CandidateSpan there = candidate("d_2", 2, "There too: 20 days.", "20 days", 3);
    RankedAnswer other = new RankedAnswer(inBoth, 0.5, List.of(elsewhere, there), Map.of());
    assertEquals(
        Map.of(other, new RankedAnswer(elsewhere, 0.5, List.of(inBoth, there), Map.of())),
        Disagreement.among(List.of(best, other), null));
  }

  @Test
  void whatStandsTogetherIsNoContradiction() {
    RetrievedPassage list = TestPassages.passage("d_1", 1, 0, "Bring a passport and a photo.");
    RankedAnswer best =
        new RankedAnswer(candidate(list, "a passport", 5), 0.5, List.of(), Map.of());
    CandidateSpan photo = candidate(list, "a photo", 5);
    CandidateSpan elsewhere = candidate("d_2", 2, "Bring a photo.", "a photo", 4);
    RankedAnswer other = new RankedAnswer(photo, 0.5, List.of(elsewhere), Map.of());
    Items items = new Items(list.passage(), List.of(best.best().span(), photo.span()));
    assertEquals(Map.of(), Disagreement.among(List.of(best, other), items));
  }

  private static void assertContradiction(boolean expected, String one, String other) {
    RankedAnswer first = answer("d_1", one, 0.5);
    RankedAnswer second = answer("d_2", other, 0.5);
    assertEquals(expected ? Set.of(second) : Set.of(), among(first, second));
    assertEquals(expected ? Set.of(first) : Set.of(), among(second, first));
  }

  private static Set<RankedAnswer> among(RankedAnswer... answers) {
    return Set.copyOf(Disagreement.among(List.of(answers), null).values());
  }

  private static RankedAnswer answer(String document, String text, double confidence) {
    return new RankedAnswer(
        candidate(document, 1, "It says: " + text + ".", text, 5), confidence, List.of(), Map.of());
  }
}
