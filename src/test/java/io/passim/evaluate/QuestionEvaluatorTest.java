package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.passim.answer.AnswerMonitor;
import io.passim.answer.QuestionAnswerer;
import io.passim.answer.ScriptedReader;
import io.passim.answer.TestAnswerers;
import io.passim.document.CharSpan;
import io.passim.document.DocumentScope;
import io.passim.evaluate.SquadDataset.Asked;
import io.passim.index.IndexedTexts;
import io.passim.index.PassageIndex;
import io.passim.index.TestIndexes;
import io.passim.inference.TestEncoders;
import io.passim.question.StandaloneQuestion;
import io.passim.rank.AnswerRanker;
import io.passim.rank.Items;
import io.passim.rank.RankedAnswer;
import io.passim.rank.Ranking;
import io.passim.read.CandidateSpan;
import io.passim.read.Reading;
import io.passim.retrieve.TestRetrievers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why a question was missed, one test for each cause. */
class QuestionEvaluatorTest {
  private static final double SURE = 0.9;
  private static final double UNSURE = 0.3;

  private final PassageIndex index = TestIndexes.inMemory();

  @Test
  void answeredRightly() {
    IndexedTexts.put(index, "d_1", "The wall is 80 metres long.");
    QuestionOutcome outcome = evaluate("80 metres", SURE, "80 metres");
    assertNull(outcome.cause());
    assertEquals("80 metres", outcome.predicted());
    assertEquals(new SquadScore(true, 1), outcome.score());
    assertEquals(SURE, Objects.requireNonNull(outcome.best()).confidence());
    assertEquals(1, outcome.rank());
  }

  @Test
  void notRetrieved() {
    IndexedTexts.put(index, "d_1", "The wall is long.");
    QuestionOutcome outcome = evaluate("long", SURE, "80 metres");
    assertEquals(Cause.NOT_RETRIEVED, outcome.cause());
    assertNull(outcome.rank());
  }

  @Test
  void retrievedButBelowWhatIsRead() {
    // Ten passages that match better fill the list; the eleventh holds the answer.
    for (int i = 0; i < 10; i++) {
      IndexedTexts.put(index, "d_" + i, "The wall is long. The wall, the wall.");
    }
    IndexedTexts.put(index, "d_x", "Much is said here of things, and then: a wall of 80 metres.");
    QuestionOutcome outcome = evaluate("long", SURE, "80 metres");
    assertEquals(Cause.NOT_RETRIEVED, outcome.cause());
    assertEquals(11, outcome.rank());
  }

  @Test
  void notRead() {
    IndexedTexts.put(index, "d_1", "The wall is long. The wall, the wall.");
    IndexedTexts.put(index, "d_2", "Much is said here of things, and then: a wall of 80 metres.");
    QuestionAnswerer hasty = TestAnswerers.reading(index, new FirstPassageReader("long"), SURE);
    QuestionOutcome outcome = evaluate(hasty, "80 metres");
    assertEquals(Cause.NOT_READ, outcome.cause());
    assertEquals(2, outcome.rank());
  }

  @Test
  void otherWordsWereTaken() {
    IndexedTexts.put(index, "d_1", "The wall is 80 metres long.");
    assertEquals(Cause.WRONG_SPAN, evaluate("long", SURE, "80 metres").cause());
    QuestionOutcome none = evaluate("nothing", SURE, "80 metres");
    assertEquals(Cause.WRONG_SPAN, none.cause());
    assertNull(none.best());
  }

  @Test
  void rankedBelow() {
    IndexedTexts.put(index, "d_1", "The wall is long: 80 metres.");
    QuestionOutcome outcome = evaluate("long|80 metres", SURE, "80 metres");
    assertEquals("long", outcome.predicted());
    assertEquals(Cause.RANKED_BELOW, outcome.cause());
  }

  @Test
  void rankedFarBelow() {
    IndexedTexts.put(
        index, "d_1", "The wall is wide, high, thick, old, grey, cold, wet, 80 metres.");
    String pattern = "wide|high|thick|old(?=,)|grey|cold|wet|80 metres";
    assertEquals(Cause.RANKED_BELOW, evaluate(pattern, SURE, "80 metres").cause());
    assertEquals(Cause.RANKED_BELOW, evaluate(pattern, UNSURE, "80 metres").cause());
  }

  @Test
  void rightWordsAmongTheItemsOfAListStoodBesideTheAnswer() {
    IndexedTexts.put(index, "d_1", "The wall is long: 80 metres.");
    AnswerRanker listing =
        new AnswerRanker() {
          @Override
          public Ranking rank(StandaloneQuestion question, Reading reading) {
            CandidateSpan best = reading.candidates().getFirst();
            return new Ranking(
                List.of(new RankedAnswer(best, SURE, List.of(), Map.of())),
                threshold(),
                Set.of(),
                new Items(
                    best.passage().passage(), List.of(new CharSpan(12, 16), new CharSpan(18, 27))));
          }

          @Override
          public double threshold() {
            return 0.5;
          }

          @Override
          public String fingerprint() {
            return "listing";
          }

          @Override
          public String scale() {
            return "listing";
          }
        };
    QuestionAnswerer answerer =
        TestAnswerers.of(index, new ScriptedReader(Pattern.compile("long")), listing);
    assertEquals(Cause.RANKED_BELOW, evaluate(answerer, "80 metres").cause());
  }

  @Test
  void heldBack() {
    IndexedTexts.put(index, "d_1", "The wall is 80 metres long.");
    QuestionOutcome outcome = evaluate("80 metres", UNSURE, "80 metres");
    assertEquals(Cause.HELD_BACK, outcome.cause());
    assertEquals("", outcome.predicted());
    assertEquals("80 metres", Objects.requireNonNull(outcome.best()).text());
  }

  @Test
  void answeredAnyway() {
    IndexedTexts.put(index, "d_1", "The wall is 80 metres long.");
    assertEquals(Cause.ANSWERED_ANYWAY, evaluate("80 metres", SURE, null).cause());
    assertNull(evaluate("80 metres", UNSURE, null).cause());
  }

  @Test
  void referencesStandAsWholeWordsInPassages() {
    References references = new References(List.of("the 8 metres", "..."));
    assertEquals(-1, references.firstIn(List.of("A wall of 18 metres.")).orElse(-1));
    assertEquals(1, references.firstIn(List.of("No.", "About 8 (metres)!")).orElse(-1));
  }

  private QuestionOutcome evaluate(String pattern, double confidence, @Nullable String answer) {
    return evaluate(TestAnswerers.matching(index, pattern, confidence), answer);
  }

  private QuestionOutcome evaluate(QuestionAnswerer answerer, @Nullable String answer) {
    return new QuestionEvaluator(
            answerer.uncurated(),
            TestRetrievers.lexical(index, TestEncoders.shipped(), 10),
            DocumentScope.EVERYWHERE,
            true)
        .evaluate(
            new Asked(
                "q", "How long is the wall?", "en", answer == null ? List.of() : List.of(answer)),
            AnswerMonitor.NONE)
        .outcome();
  }
}
