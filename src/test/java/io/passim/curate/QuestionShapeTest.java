package io.passim.curate;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
        "Can I work from home? | May we work from home?",
        "Must I wear a badge? | Do I have to wear a badge?",
        "How do I reset my password? | How can I reset the password?",
        "How do I get from Cork to Dublin? | How do I get to Dublin from Cork?",
        "Dois-je porter un badge ? | Faut-il porter un badge ?",
        "Où peut-on se garer ? | Où puis-je me garer ?",
      })
  void otherWordsForTheSame(String one, String other) {
    assertTrue(QuestionShape.of(one).isLike(QuestionShape.of(other)));
    assertTrue(QuestionShape.of(other).isLike(QuestionShape.of(one)));
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
        "Must I wear a badge? | May I wear a badge?",
        "Must I wear a badge? | Will I wear a badge?",
        "When can I take leave? | When do I have to take leave?",
        "Puis-je porter un badge ? | Dois-je porter un badge ?",
        "Peut-on télétravailler ? | Faut-il télétravailler ?",
        "How do I get from Cork to Dublin? | How do I get from Dublin to Cork?",
        "Who approves my leave? | Who approves her leave?",
        "Qui valide mes congés ? | Qui valide leurs congés ?",
      })
  void aWordThatMakesAnotherQuestion(String one, String other) {
    assertFalse(QuestionShape.of(one).isLike(QuestionShape.of(other)));
    assertFalse(QuestionShape.of(other).isLike(QuestionShape.of(one)));
  }

  @Test
  void functionWordsAloneSayNothing() {
    assertFalse(QuestionShape.of("What is it?").isTelling());
    assertTrue(QuestionShape.of("What is leave?").isTelling());
    assertFalse(QuestionShape.of("").isTelling());
  }
}
