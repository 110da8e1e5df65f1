package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
  @ParameterizedTest
  @ValueSource(strings = {"20 days", "vingt jours", "in March 2021", "Twenty", "€120", "en août"})
  void numbersAndDates(String answer) {
    assertTrue(Amounts.isNumeric(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada Lovelace", "a company", "someone often", "Marsden"})
  void otherAnswers(String answer) {
    assertFalse(Amounts.isNumeric(answer));
  }
}
