package io.passim.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTypeTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          WHO, Who signs the form?
          WHO, To whom does it go when it is signed?
          WHEN, When does it begin?
          WHERE, Where is the lift?
          HOW_MANY, How many days are there?
          HOW_MANY, 'I work in Cork. How much leave do I have?'
          OTHER, How long does it take?
          WHAT, What is written on the door where it opens?
          WHY, Why is it closed?
          WHICH, In which town is it?
          OTHER, Is it open?
          WHO, Qui signe le formulaire ?
          WHEN, Quand est-ce que cela commence ?
          WHERE, Où se trouve le monte-charge ?
          HOW_MANY, Combien de jours ai-je ?
          WHAT, Qu'est-ce que le télétravail ?
          WHAT, Qu’est-ce qui change ?
          WHAT, De quoi s'agit-il ?
          WHAT, Que faut-il faire ?
          WHY, Pourquoi est-il fermé ?
          WHICH, Quelle est la durée du préavis ?
          WHICH, Laquelle des deux ?
          OTHER, Comment faire ?
          OTHER, Est-ce que le bureau est ouvert ?
          OTHER, Whoever theorises
          OTHER, Am I paid when I am ill?
          OTHER, 'I am ill. Do I have to say where I am?'
          WHEN, Can you tell me when it opens?
          OTHER, Est-ce que je suis payé quand je suis malade ?
          """)
  void theFirstWordThatAsksDecides(QuestionType type, String question) {
    assertEquals(type, QuestionType.of(question));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Who signs?'",
    "fr, 'Qui signe ?'",
    "fr, 'Est-ce que le bureau est ouvert ?'",
    "en, 'Is it open?'",
    "'', 'Kantine?'"
  })
  void itsWordsTellTheLanguage(String language, String question) {
    assertEquals(
        Optional.of(language).filter(code -> !code.isEmpty()), QuestionType.languageOf(question));
  }
}
