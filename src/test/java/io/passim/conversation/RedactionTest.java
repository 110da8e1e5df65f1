package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.answer.Alternative;
import io.passim.answer.Answer;
import io.passim.answer.AnswerDetails;
import io.passim.answer.Citation;
import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private static final DocumentId KEPT = new DocumentId("d_1");
  private static final DocumentId GONE = new DocumentId("d_2");

  @Test
  void theItemsOfAnAnswerGoWithItsDocument() {
    Answer.Answered answer = without(answered(GONE, alternative(KEPT, "18 days", false)));
    assertEquals("", answer.answer().text());
    assertEquals(List.of(), answer.items());
    assertFalse(answer.itemsContinue());
    Answer.Answered kept = without(answered(KEPT, alternative(KEPT, "18 days", false)));
    assertEquals(2, kept.items().size());
    assertTrue(kept.itemsContinue());
  }

  @Test
  void thatADeletedDocumentDisagreedIsNotTold() {
    Answer.Answered alone = without(answered(KEPT, alternative(GONE, "18 days", true)));
    assertFalse(alone.disagreement());
    assertEquals(List.of(), alone.alternatives());
    Answer.Answered still =
        without(
            answered(KEPT, alternative(GONE, "18 days", true), alternative(KEPT, "19 days", true)));
    assertTrue(still.disagreement());
  }

  @Test
  void norThatItWasAmongTheCandidates() {
    Answer.Unsure unsure =
        assertInstanceOf(
            Answer.Unsure.class,
            Redaction.without(
                new Answer.Unsure(
                    details(),
                    0.3,
                    true,
                    List.of(
                        alternative(KEPT, "20 days", false), alternative(GONE, "18 days", true))),
                Set.of(GONE)));
    assertFalse(unsure.disagreement());
    assertEquals(1, unsure.alternatives().size());
  }

  private static Answer.Answered without(Answer answer) {
    return assertInstanceOf(Answer.Answered.class, Redaction.without(answer, Set.of(GONE)));
  }

  private static Answer.Answered answered(DocumentId from, Alternative... others) {
    return new Answer.Answered(
        details(),
        alternative(from, "20 days", false),
        List.of(citation(from, "20 days"), citation(from, "30 days")),
        true,
        List.of(),
        true,
        List.of(others));
  }

  private static Alternative alternative(DocumentId document, String text, boolean disagrees) {
    return new Alternative(text, 0.9, citation(document, text), disagrees);
  }

  private static Citation citation(DocumentId document, String text) {
    CharSpan span = new CharSpan(0, text.length());
    return new Citation(
        document, "a.txt", "A", 1, null, span, span, text, List.of(), null, null, "en");
  }

  private static AnswerDetails details() {
    return new AnswerDetails(
        "a_1",
        "How many?",
        "How many?",
        Set.of(),
        List.of(),
        null,
        new AnswerDetails.Provenance("reader", "0", null, 1, "0", "0"),
        new AnswerDetails.Timings(0, 0, 0, 0, 0, 0));
  }
}
