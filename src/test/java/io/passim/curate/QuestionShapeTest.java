package io.passim.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionShapeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When does the canteen open? | What time does the canteen open?",
        "When does the canteen open? | At what time does our canteen open",
        "Who is the data protection officer? | Who is our data-protection officer?",
        "How many days of leave do I get? | How many leave days do we get?",
        "Quand ouvre la cantine ? | À quelle heure ouvre la cantine ?",
        "Où est l’accueil ? | Où est l'accueil",
        "Why isn't the lift working? | Why is the lift not working?",
      })
  void otherWordsForTheSame(String one, String other) {
    assertEquals(QuestionShape.of(one), QuestionShape.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When does the canteen open? | When does the canteen close?",
        "When was Ann Arbor founded? | Who founded Ann Arbor?",
        "How many days do part-time staff get? | How many days do full-time staff get?",
        "What was the budget in 2024? | What was the budget in 2025?",
        "May I work from home? | May I not work from home?",
        "Who maintains C? | Who maintains C++?",
        "How long is the break? | How many is the break?",
        "Quand ouvre la cantine ? | Quand ferme la cantine ?",
      })
  void aWordThatMakesAnotherQuestion(String one, String other) {
    assertNotEquals(QuestionShape.of(one), QuestionShape.of(other));
  }

  @Test
  void functionWordsAloneSayNothing() {
    assertFalse(QuestionShape.of("What is it?").isTelling());
    assertTrue(QuestionShape.of("What is leave?").isTelling());
    assertFalse(QuestionShape.of("").isTelling());
  }
}
