package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {
  @ParameterizedTest
  @CsvSource({
    "How many days of leave?, 20 days, 1",
    "How many days of leave?, paid leave, -1",
    "When was it built?, in March, 1",
    "When was it built?, by Ada, -1",
    "Combien de jours ?, vingt jours, 1",
    "Who built it?, Ada, 1",
    "Who built it?, a company, -1",
    "What is it?, a company, 0",
    "Is the whole team there?, yes, 0",
  })
  void fits(String question, String answer, double fit) {
    assertEquals(fit, AnswerType.of(question).fit(answer));
  }
}
