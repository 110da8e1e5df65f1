package io.passim.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.question.DialogueContext;
import io.passim.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that stands alone is given the same pinned answer. */
class CuratedAnsweringTest {
  private static final Curation CURATION = new Curation("k_1", 3, "Leave?", 0.9);
  private static final DialogueContext EARLIER =
      new DialogueContext(
          List.of(
              new DialogueContext.Turn(
                  "How many days of leave?", "How many days of leave?", Set.of(), null)));

  private final PassageIndex index = TestIndexes.inMemory();
  private final QuestionAnswerer answerer =
      TestAnswerers.pinned(
          index,
          question ->
              Optional.of(
                  new CuratedMatch(CURATION, question.text() + " Ask Ann.", null, "encoder", 7)),
          "20 days");

  @BeforeEach
  void index() {
    IndexedTexts.put(index, "d_1", "Part-time staff receive 20 days of paid leave per year.");
  }

  @Test
  void aQuestionIsGivenWhatIsPinnedToIt() {
    Answer answer = ask(answerer, "How much leave do part-time staff get?", EARLIER);
    Answer.Curated curated = assertInstanceOf(Answer.Curated.class, answer);
    assertEquals(CURATION, curated.curation());
    assertEquals("How much leave do part-time staff get? Ask Ann.", curated.text());
    assertNull(curated.citation());
    assertEquals(List.of(), curated.details().passages());
    assertEquals(7, curated.details().provenance().indexGeneration());
    assertEquals("encoder", curated.details().provenance().encoder());
    Explanation explanation = curated.details().explanation();
    assertNotNull(explanation);
    assertNull(explanation.calibration(), "nothing was calibrated");
  }

  /** No document has a word of it, as of most questions that need an answer pinned. */
  @Test
  void aQuestionAskedSecondIsGivenWhatItIsGivenFirst() {
    Answer answer = ask(answerer, "What is the wifi password?", EARLIER);
    Answer.Curated curated = assertInstanceOf(Answer.Curated.class, answer);
    assertEquals("What is the wifi password?", curated.details().standaloneQuestion());
  }

  @Test
  void aFollowUpIsGivenWhatIsPinnedToItsVeryWords() {
    QuestionAnswerer verbatim =
        TestAnswerers.pinned(
            index,
            question ->
                Optional.of(
                    new CuratedMatch(
                        new Curation("k_2", 1, "and for part-time staff", 1),
                        "Ask Ann.",
                        null,
                        null,
                        7)),
            "20 days");
    Answer.Curated curated =
        assertInstanceOf(Answer.Curated.class, ask(verbatim, "And for part-time staff?", EARLIER));
    assertEquals("And for part-time staff?", curated.details().standaloneQuestion());
    assertInstanceOf(Answer.Answered.class, ask(verbatim, "And for full-time staff?", EARLIER));
  }

  @Test
  void aFollowUpIsAGuessToWhichNothingIsPinned() {
    assertInstanceOf(Answer.Answered.class, ask(answerer, "And for part-time staff?", EARLIER));
  }

  @Test
  void whoMeasuresThePipelineMeasuresIt() {
    assertInstanceOf(
        Answer.Answered.class,
        ask(answerer.uncurated(), "How much leave do part-time staff get?", EARLIER));
  }

  private static Answer ask(QuestionAnswerer answerer, String question, DialogueContext context) {
    return answerer.answer(
        new Question(question, DocumentScope.EVERYWHERE, false),
        context,
        ExplanationDetail.SCORES,
        AnswerMonitor.NONE);
  }
}
