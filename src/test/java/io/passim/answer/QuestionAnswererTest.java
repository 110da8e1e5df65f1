package io.passim.answer;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.Answer.NotFoundReason;
import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.question.DialogueContext;
import io.passim.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionAnswererTest {
  private static final String LEAVE = "Part-time staff receive 20 days of paid leave per year.";

  private final PassageIndex index = TestIndexes.inMemory();

  @Test
  void anAnswerIsCutFromItsPassageAndCited() {
    IndexedTexts.put(index, "d_1", LEAVE);
    Answer answer = ask("How much leave do part-time staff receive?", 0.9);
    Answer.Answered answered = assertInstanceOf(Answer.Answered.class, answer);
    Citation citation = answered.answer().citation();
    assertEquals("20 days", answered.answer().text());
    assertEquals("20 days", citation.span().of(LEAVE));
    assertEquals(LEAVE, citation.sentence());
    assertEquals(List.of("House"), citation.heading());
    Explanation explanation = answer.details().explanation();
    assertNotNull(explanation);
    assertEquals(0.5, requireNonNull(explanation.calibration()).threshold());
    assertEquals(List.of(), requireNonNull(explanation.reading()).questionTokens());
  }

  @Test
  void whatIsQuotedSaysInWhichLanguageItIs() {
    IndexedTexts.put(index, "d_1", "c", "fr", "Le personnel reçoit 20 jours de congé.");
    Answer answer =
        TestAnswerers.matching(index, "20 jours", 0.9)
            .answer(
                question("Combien de congé pour le personnel ?"),
                DialogueContext.EMPTY,
                ExplanationDetail.NONE,
                AnswerMonitor.NONE);
    Answer.Answered answered = assertInstanceOf(Answer.Answered.class, answer);
    assertEquals("fr", answered.answer().citation().language());
    assertEquals("fr", answered.details().passages().getFirst().language());
  }

  @Test
  void belowTheThresholdPassagesAreShownInsteadOfAnAnswer() {
    IndexedTexts.put(index, "d_1", LEAVE);
    Answer.Unsure unsure =
        assertInstanceOf(Answer.Unsure.class, ask("How much leave is there?", 0.3));
    assertEquals(0.3, unsure.confidence());
    assertEquals(LEAVE, unsure.details().passages().getFirst().text());
    assertEquals("20 days", unsure.alternatives().getFirst().text());
  }

  @Test
  void nothingFoundHasItsReason() {
    assertEquals(NotFoundReason.EMPTY_COLLECTION, reason("How much leave?"));
    IndexedTexts.put(index, "d_1", LEAVE);
    assertEquals(NotFoundReason.NOTHING_RETRIEVED, reason("Where is the swimming pool?"));
    IndexedTexts.put(index, "d_2", "The canteen opens at noon.");
    assertEquals(NotFoundReason.NO_SPAN, reason("When does the canteen open?"));
  }

  @Test
  void aFollowUpIsTriedInItsReadingsUntilOneIsAnswered() {
    IndexedTexts.put(index, "d_1", LEAVE);
    DialogueContext context =
        new DialogueContext(
            List.of(
                new DialogueContext.Turn(
                    "How many days of leave?", "How many days of leave?", Set.of(), null)));
    Answer answer =
        TestAnswerers.matching(index, "20 days", 0.9)
            .answer(
                question("And for part-time staff?"),
                context,
                ExplanationDetail.SCORES_AND_TOKENS,
                AnswerMonitor.NONE);
    assertEquals(
        "How many days of leave for part-time staff?", answer.details().standaloneQuestion());
    assertEquals("And for part-time staff?", answer.details().question());
    Explanation explanation = requireNonNull(answer.details().explanation());
    assertTrue(explanation.followUp().detected());
    assertEquals(
        List.of("How many days of leave for part-time staff?"),
        explanation.followUp().candidates());
    assertEquals(1, requireNonNull(explanation.reading()).questionTokens().size());
  }

  @Test
  void aShortQuestionIsReadAsItWasAskedUnlessOnlyTheEarlierTopicAnswersIt() {
    IndexedTexts.put(index, "d_1", LEAVE);
    String text = "What is the wifi password?";
    DialogueContext context =
        new DialogueContext(
            List.of(
                new DialogueContext.Turn(
                    "How many days of leave?", "How many days of leave?", Set.of(), null)));
    Answer neither =
        TestAnswerers.matching(index, "20 days", 0.3)
            .answer(question(text), context, ExplanationDetail.NONE, AnswerMonitor.NONE);
    assertEquals(text, neither.details().standaloneQuestion());
    Answer other =
        TestAnswerers.matching(index, "20 days", 0.9)
            .answer(question(text), context, ExplanationDetail.NONE, AnswerMonitor.NONE);
    assertEquals("What is the wifi password days leave?", other.details().standaloneQuestion());
  }

  @Test
  void noExplanationUnlessAskedFor() {
    IndexedTexts.put(index, "d_1", LEAVE);
    Answer answer =
        TestAnswerers.matching(index, "20 days", 0.9)
            .answer(
                question("How much leave?"),
                DialogueContext.EMPTY,
                ExplanationDetail.NONE,
                AnswerMonitor.NONE);
    assertNull(answer.details().explanation());
  }

  @Test
  void progressIsToldInOrderWithTrueCounts() {
    IndexedTexts.put(index, "d_1", LEAVE);
    IndexedTexts.put(index, "d_2", "Leave is booked a week ahead.");
    List<String> told = new ArrayList<>();
    TestAnswerers.matching(index, "20 days", 0.9)
        .answer(
            question("How much leave?"),
            DialogueContext.EMPTY,
            ExplanationDetail.NONE,
            monitor(told, Integer.MAX_VALUE));
    assertEquals(
        List.of("UNDERSTANDING 0/1", "RETRIEVING 0/1", "READING 1/2", "READING 2/2"), told);
  }

  @Test
  void aStoppedQuestionIsNotReadOn() {
    IndexedTexts.put(index, "d_1", LEAVE);
    IndexedTexts.put(index, "d_2", "Leave is booked a week ahead.");
    List<String> told = new ArrayList<>();
    QuestionAnswerer answerer = TestAnswerers.matching(index, "20 days", 0.9);
    assertThrows(
        CancellationException.class,
        () ->
            answerer.answer(
                question("How much leave?"),
                DialogueContext.EMPTY,
                ExplanationDetail.NONE,
                monitor(told, 3)));
    assertEquals("READING 1/2", told.getLast());
  }

  private NotFoundReason reason(String question) {
    return assertInstanceOf(Answer.NotFound.class, ask(question, 0.9)).reason();
  }

  private Answer ask(String text, double confidence) {
    return TestAnswerers.matching(index, "20 days", confidence)
        .answer(
            question(text), DialogueContext.EMPTY, ExplanationDetail.SCORES, AnswerMonitor.NONE);
  }

  private static Question question(String text) {
    return new Question(text, DocumentScope.EVERYWHERE, false);
  }

  /** Notes what it is told, and wants no more after so many notes. */
  private static AnswerMonitor monitor(List<String> told, int cancelAfter) {
    return new AnswerMonitor() {
      @Override
      public void progress(Stage stage, int done, int total, @Nullable String standalone) {
        told.add("%s %d/%d".formatted(stage, done, total));
      }

      @Override
      public boolean cancelled() {
        return told.size() >= cancelAfter;
      }
    };
  }
}
