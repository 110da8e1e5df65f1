package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "20 days",
        "vingt jours",
        "in March 2021",
        "Twenty",
        "fifteen",
        "quarante euros",
        "€120",
        "en août",
        "in May",
        "un an",
        "deux ans",
        "une fois par an",
        "one manager",
        "a second",
        "the second floor",
        "the first floor"
      })
  void numbersAndDates(String answer) {
    assertTrue(Amounts.isNumeric(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lovelace",
        "a company",
        "someone often",
        "Marsden",
        "an invoice",
        "an annual review",
        "employees may carry over",
        "one of the managers",
        "no one",
        "the one in the hall",
        "a second opinion",
        "a second-hand car",
        "the first aider"
      })
  void otherAnswers(String answer) {
    assertFalse(Amounts.isNumeric(answer));
  }
}
