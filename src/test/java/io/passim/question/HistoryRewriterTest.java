package io.passim.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.question.DialogueContext.QuotedAnswer;
import io.passim.question.DialogueContext.Turn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryRewriterTest {
  private static final DocumentId SOURCE = new DocumentId("d_4");
  private static final DialogueContext LEAVE =
      new DialogueContext(
          List.of(turn("How many days of leave do full-time staff get?", "25 days")));

  private final PassageIndex index = TestIndexes.inMemory();
  private final QuestionRewriter rewriter = new HistoryRewriter(index);

  @BeforeEach
  void fill() {
    IndexedTexts.put(index, "d_1", "Full-time staff receive 25 days of paid leave per year.");
    IndexedTexts.put(index, "d_2", "Part-time staff receive 20 days of paid leave per year.");
    IndexedTexts.put(index, "d_3", "The canteen in Leeds opens at noon and has a garden terrace.");
    IndexedTexts.put(index, "d_4", "Dr Amara Osei is the data protection officer.");
    IndexedTexts.put(index, "d_5", "Le personnel à temps partiel a vingt jours de congés payés.");
  }

  @Test
  void aFirstQuestionStandsAlone() {
    assertEquals(
        List.of(
            new StandaloneQuestion(
                "And now?", "And now?", DocumentScope.EVERYWHERE, FollowUp.NONE)),
        rewriter.rewrite(question("And now?"), DialogueContext.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When does the canteen in Leeds open?",
        "Is it possible to see the garden terrace of the canteen in Leeds?",
        "Combien de jours de congés a le personnel à temps partiel ?",
        "So, when does the canteen in Leeds open?",
        "And will the canteen in Leeds open?",
        "And did the canteen in Leeds open?",
        "But, in which garden is the canteen?",
        "And has the canteen a terrace?",
        "And can you say when the canteen in Leeds opens?",
        "And in Leeds, when does the canteen open?",
        "Et où est la canteen de Leeds ?",
        "Et quelle est la terrasse de la canteen de Leeds ?",
        "Et est-ce que la canteen de Leeds a une terrasse ?",
        "Et la canteen de Leeds a-t-elle une terrasse ?",
        "Is there a canteen in Leeds?",
        "Is it possible to see the canteen in Leeds?",
        "Est-ce qu'il y a une canteen à Leeds ?",
        "Faut-il une canteen à Leeds ?",
        "Où il y a une canteen à Leeds ?"
      })
  void aCompleteQuestionIsLeftAlone(String text) {
    List<StandaloneQuestion> readings = rewriter.rewrite(question(text), LEAVE);
    assertEquals(text, readings.getFirst().text());
    assertFalse(readings.getFirst().followUp().detected());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "And for part-time staff?",
        "What about part-time staff?",
        "and part-time staff",
        "But for those who work part-time?",
        "Et pour ceux qui ont un temps partiel ?",
        "Et qu'en est-il du temps partiel ?",
        "Et le temps partiel ?"
      })
  void aContinuationContinuesTheEarlierQuestion(String text) {
    StandaloneQuestion first = rewriter.rewrite(question(text), LEAVE).getFirst();
    assertTrue(first.followUp().detected());
    assertTrue(
        first.text().startsWith("How many days of leave do full-time staff get "), first.text());
    assertEquals(text, first.original());
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is the wifi password?", "Where's parking?", "Où se garer ?"})
  void aShortQuestionIsFirstReadAsItWasAsked(String text) {
    List<StandaloneQuestion> readings = rewriter.rewrite(question(text), LEAVE);
    assertEquals(StandaloneQuestion.asAsked(question(text)), readings.getFirst());
    assertEquals(2, readings.size(), readings.toString());
    assertTrue(readings.getLast().text().contains("leave"), readings.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"In Leeds?", "At what time?", "Combien ?"})
  void anEllipticalQuestionIsFirstReadWithTheEarlierTopic(String text) {
    List<StandaloneQuestion> readings = rewriter.rewrite(question(text), LEAVE);
    assertTrue(readings.getFirst().text().contains("leave"), readings.toString());
    assertEquals(text, readings.getLast().text());
  }

  @Test
  void aPronounStandsForTheEarlierTopicOrAnswer() {
    DialogueContext context =
        new DialogueContext(List.of(turn("Who is the data protection officer?", "Dr Amara Osei")));
    List<String> readings =
        rewriter.rewrite(question("Where does she sit?"), context).stream()
            .map(StandaloneQuestion::text)
            .toList();
    assertEquals("Where does data protection officer sit?", readings.getFirst());
    assertTrue(readings.contains("Where does Dr Amara Osei sit?"), readings.toString());
    assertEquals("Where does she sit?", readings.getLast());
  }

  @Test
  void aWholeQuestionBehindAConnectiveIsResolvedAndNotGlued() {
    List<String> readings =
        rewriter.rewrite(question("So, who approves it?"), LEAVE).stream()
            .map(StandaloneQuestion::text)
            .toList();
    assertEquals(
        List.of(
            "who approves days leave staff?",
            "who approves it days leave staff?",
            "So, who approves it?"),
        readings);
  }

  @Test
  void whatOtherCollectionsHoldIsNotCarried() {
    DialogueContext context =
        new DialogueContext(List.of(turn("Where is the secret spaceship of the office?", "Leeds")));
    Question question = new Question("Is it big?", DocumentScope.within(Set.of("c")), false);
    List<StandaloneQuestion> before = rewriter.rewrite(question, context);
    IndexedTexts.put(index, "d_6", "other", "en", "The secret spaceship is big. It is big.");
    assertEquals(before, rewriter.rewrite(question, context));
  }

  @Test
  void whatOtherCollectionsAnsweredIsNotCarried() {
    IndexedTexts.put(index, "d_6", "The floor of Amara Osei and of the interns is the third.");
    IndexedTexts.put(index, SOURCE.value(), "other", "en", "Dr Amara Osei is the privacy officer.");
    Turn named = turn("Who is the privacy officer?", "Dr Amara Osei");
    Turn carried =
        new Turn(
            "Which floor is she on?",
            "Which floor is Dr Amara Osei on?",
            Set.of(SOURCE),
            new QuotedAnswer("the third", new DocumentId("d_6")));
    DocumentScope here = DocumentScope.within(Set.of("c"));
    for (String text : List.of("Where does she sit?", "And for interns?")) {
      for (Turn earlier : List.of(named, carried)) {
        DialogueContext context = new DialogueContext(List.of(earlier));
        for (StandaloneQuestion reading :
            rewriter.rewrite(new Question(text, here, false), context)) {
          assertFalse(reading.text().contains("Amara"), reading.text());
          assertFalse(reading.followUp().sources().contains(SOURCE), reading.text());
        }
      }
      assertTrue(
          rewriter.rewrite(question(text), new DialogueContext(List.of(carried))).stream()
              .anyMatch(reading -> reading.text().contains("Amara")),
          "asked everywhere, they are");
    }
  }

  @Test
  void anUndoneRewriteStaysUndone() {
    Question question =
        new Question("And for part-time staff?", DocumentScope.within(Set.of("c")), true);
    assertEquals(
        List.of(
            new StandaloneQuestion(
                question.text(),
                question.text(),
                DocumentScope.within(Set.of("c")),
                FollowUp.NONE)),
        rewriter.rewrite(question, LEAVE));
  }

  @Test
  void aChainOfContinuationsContinuesItsFirstQuestion() {
    Turn first = LEAVE.turns().getFirst();
    Turn second =
        new Turn(
            "And for part-time staff?",
            "How many days of leave do full-time staff get for part-time staff?",
            Set.of(),
            null);
    StandaloneQuestion third =
        rewriter
            .rewrite(question("And for interns?"), new DialogueContext(List.of(first, second)))
            .getFirst();
    assertEquals("How many days of leave do full-time staff get for interns?", third.text());
  }

  @Test
  void wordsOfAnAnswerComeWithTheirDocument() {
    DialogueContext context =
        new DialogueContext(List.of(turn("Who is the data protection officer?", "Dr Amara Osei")));
    StandaloneQuestion named =
        rewriter.rewrite(question("Where does she sit?"), context).stream()
            .filter(reading -> reading.text().contains("Osei"))
            .findFirst()
            .orElseThrow();
    assertEquals(Set.of(SOURCE), named.followUp().sources());
  }

  private static Turn turn(String question, String answer) {
    return new Turn(question, question, Set.of(), new QuotedAnswer(answer, SOURCE));
  }

  private static Question question(String text) {
    return new Question(text, DocumentScope.EVERYWHERE, false);
  }
}
