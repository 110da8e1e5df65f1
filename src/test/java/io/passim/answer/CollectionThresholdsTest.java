package io.passim.answer;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentScope;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.question.DialogueContext;
import io.passim.question.Question;
import io.passim.rank.RankedAnswer;
import io.passim.rank.Ranking;
import io.passim.rank.Thresholds;
import io.passim.read.CandidateSpan;
import io.passim.read.Reading;
import io.passim.read.TestPassages;
import io.passim.retrieve.Retrieval;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the threshold of a collection does to the answers from its documents. */
class CollectionThresholdsTest {
  private static final double CONFIDENCE = 0.6;

  private final PassageIndex index = TestIndexes.inMemory();
  private final AtomicReference<Thresholds> inForce = new AtomicReference<>(Thresholds.NONE);
  private final QuestionAnswerer answerer =
      TestAnswerers.deciding(index, () -> requireNonNull(inForce.get()), "20 days", CONFIDENCE);

  @BeforeEach
  void fill() {
    IndexedTexts.put(index, "d_1", "strict", "en", "Part-time staff receive 20 days of leave.");
    IndexedTexts.put(index, "d_2", "other", "en", "Leave of trainees is 20 days.");
  }

  @Test
  void decidesFromTheNextQuestionOn() {
    assertInstanceOf(Answer.Answered.class, ask(Set.of("strict")));
    inForce.set(new Thresholds(Map.of("strict", 0.61)));
    Answer held = ask(Set.of("strict"));
    Answer.Unsure unsure = assertInstanceOf(Answer.Unsure.class, held);
    assertEquals(CONFIDENCE, unsure.confidence());
    assertEquals(
        List.of("20 days"), unsure.alternatives().stream().map(Alternative::text).toList());
    assertEquals(0.61, threshold(held));
    inForce.set(new Thresholds(Map.of("strict", CONFIDENCE)));
    assertInstanceOf(Answer.Answered.class, ask(Set.of("strict")));
  }

  @Test
  void leavesOtherCollectionsAlone() {
    inForce.set(new Thresholds(Map.of("strict", 0.9)));
    Answer answer = ask(Set.of("other"));
    assertInstanceOf(Answer.Answered.class, answer);
    assertEquals(0.5, threshold(answer));
  }

  @Test
  void theProvenanceTellsWhichThresholdsWereInForce() {
    String before = configuration(Set.of("strict"));
    String elsewhere = configuration(Set.of("other"));
    assertEquals(before, elsewhere);
    inForce.set(new Thresholds(Map.of("strict", 0.3)));
    String after = configuration(Set.of("strict"));
    assertNotEquals(before, after);
    assertTrue(after.matches("[0-9a-f]{16}"), after);
    assertEquals(after, configuration(Set.of("strict")));
    assertEquals(elsewhere, configuration(Set.of("other")));
    assertEquals(after, configuration(Set.of()));
    inForce.set(new Thresholds(Map.of("strict", 0.31)));
    assertNotEquals(after, configuration(Set.of("strict")));
    inForce.set(Thresholds.NONE);
    assertEquals(before, configuration(Set.of("strict")));
  }

  @Test
  void whoMeasuresKeepsThoseItBeganWith() {
    inForce.set(new Thresholds(Map.of("strict", 0.9)));
    QuestionAnswerer measuring = answerer.uncurated();
    inForce.set(Thresholds.NONE);
    assertInstanceOf(Answer.Unsure.class, ask(measuring, Set.of("strict")));
    assertInstanceOf(Answer.Answered.class, ask(Set.of("strict")));
  }

  @Test
  void anAnswerComesBeforeASurerNone() {
    Attempt held = attempt(0.7, 0.8);
    Attempt answered = attempt(0.5, 0.4);
    assertFalse(held.isAnswered());
    assertTrue(answered.isBetterThan(held));
    assertFalse(held.isBetterThan(answered));
    assertTrue(held.isBetterThan(attempt(0.6, 0.8)));
    assertFalse(held.isBetterThan(attempt(0.7, 0.9)));
  }

  private static Attempt attempt(double confidence, double threshold) {
    var passage = TestPassages.of("It takes 20 days.").getFirst();
    RankedAnswer answer =
        new RankedAnswer(
            new CandidateSpan(passage, passage.passage().span(), 3, 3, 0),
            confidence,
            List.of(),
            Map.of());
    return new Attempt(
        TestPassages.question("How long?"),
        new Retrieval(List.of(passage), false, 1, null),
        new Reading(List.of(answer.best()), 1),
        new Ranking(List.of(answer), threshold));
  }

  private String configuration(Set<String> collections) {
    return ask(collections).details().provenance().configuration();
  }

  private static double threshold(Answer answer) {
    Explanation explanation = requireNonNull(answer.details().explanation());
    return requireNonNull(explanation.calibration()).threshold();
  }

  private Answer ask(Set<String> collections) {
    return ask(answerer, collections);
  }

  private static Answer ask(QuestionAnswerer asked, Set<String> collections) {
    return asked.answer(
        new Question("How much leave is there?", DocumentScope.within(collections), true),
        DialogueContext.EMPTY,
        ExplanationDetail.SCORES,
        AnswerMonitor.NONE);
  }
}
