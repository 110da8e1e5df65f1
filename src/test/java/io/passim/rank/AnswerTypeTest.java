package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          AMOUNT, How many days are there?
          AMOUNT, How far may I travel?
          AMOUNT, What percentage of the price is paid back?
          AMOUNT, Combien de jours ai-je ?
          AMOUNT, Quel est le montant ?
          TIME, When does it begin?
          TIME, How long does it take?
          TIME, What is the deadline for claims?
          TIME, In which leap year was it built?
          TIME, Quand cela commence-t-il ?
          TIME, À quelle heure ouvre la cantine ?
          TIME, Quelle est la durée du préavis ?
          NAME, Who signs the form?
          NAME, Where is the lift?
          NAME, Où se trouve le monte-charge ?
          ANY, Why is it closed?
          ANY, What must be signed when I leave?
          ANY, Do I sign when I leave?
          ANY, ''
          """)
  void wordsTellWhatIsAskedFor(AnswerType type, String question) {
    assertEquals(type, AnswerType.askedFor(question));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          AMOUNT, 25 working days, true
          AMOUNT, twenty-five, true
          AMOUNT, fifteen, true
          AMOUNT, the line manager, false
          AMOUNT, an invoice, false
          AMOUNT, one of the managers, false
          TIME, 1 March, true
          TIME, before the end of the month, true
          TIME, dès la fin du mois, true
          TIME, un an, true
          TIME, the line manager, false
          TIME, an invoice, false
          TIME, employees may carry over, false
          NAME, the line manager, true
          NAME, 25 March 2024, false
          NAME, un an, false
          NAME, an engineer, true
          NAME, 25 rue de Mars, true
          ANY, 25, true
          """)
  void formTellsWhatAnAnswerCanBe(AnswerType type, String answer, boolean fits) {
    assertEquals(fits, type.fits(answer));
  }
}
