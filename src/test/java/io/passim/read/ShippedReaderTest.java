package io.passim.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.inference.RandomText;
import io.passim.inference.TestReaders;
import io.passim.question.StandaloneQuestion;
import io.passim.read.PassageReader.QuestionTokenWeight;
import io.passim.retrieve.RetrievedPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads with the committed model. */
class ShippedReaderTest {
  private static final String LEAVE =
      "All staff receive 20 days of paid leave per year. Unused days expire at the end of March.";
  private static final String OFFICE =
      "The office in Orléans 😀 opened in 1998 and is led by Amélie Dupont since March 2021.";
  private static final String TRAVEL =
      "Travel is booked through the portal. Hotels may cost up to €120 per night. "
          + "Receipts are due within two weeks of the trip, and are kept for seven years.";

  private final PassageReader reader = TestPassageReaders.of(TestReaders.shipped());

  private CandidateSpan best(String question, List<RetrievedPassage> passages) {
    return reader
        .read(TestPassages.question(question), passages, new Watching())
        .candidates()
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "How many days of paid leave do staff receive?, 20",
    "Who leads the office in Orléans?, Amélie Dupont",
    "When did the office open?, 1998",
    "How much may a hotel cost per night?, €120",
    "How long are receipts kept?, seven years",
  })
  void answersVerbatim(String question, String answer) {
    CandidateSpan best = best(question, TestPassages.of(LEAVE, OFFICE, TRAVEL));
    assertTrue(best.text().contains(answer), best.text());
    assertTrue(best.text().length() < answer.length() + 20, best.text());
    assertTrue(best.score() > 0);
  }

  @Test
  void companyDoesNotChangeTheAnswer() {
    String question = "How many days of paid leave do staff receive?";
    List<RetrievedPassage> all = TestPassages.of(LEAVE, OFFICE, TRAVEL, "x ".repeat(900));
    List<CandidateSpan> alone = candidates(question, all.subList(0, 1), LEAVE);
    List<CandidateSpan> together = candidates(question, all, LEAVE);
    assertEquals(alone.stream().map(CandidateSpan::span).toList(), spans(together));
    for (int i = 0; i < alone.size(); i++) {
      assertEquals(alone.get(i).score(), together.get(i).score(), 1e-4);
    }
    List<CandidateSpan> again = candidates(question, all, LEAVE);
    assertEquals(together, again, "to the last bit");
  }

  private static List<?> spans(List<CandidateSpan> candidates) {
    return candidates.stream().map(CandidateSpan::span).toList();
  }

  private List<CandidateSpan> candidates(
      String question, List<RetrievedPassage> passages, String text) {
    return reader
        .read(TestPassages.question(question), passages, new Watching())
        .candidates()
        .stream()
        .filter(candidate -> candidate.passage().passage().text().equals(text))
        .toList();
  }

  @Test
  void answerFarIntoALongPassageIsFound() {
    String filler = "Nothing of interest is said in this sentence about the weather. ";
    String passage = filler.repeat(60) + "The vault was built by Gustave Martin. " + filler;
    CandidateSpan best = best("Who built the vault?", TestPassages.of(passage));
    assertEquals("Gustave Martin", best.text());
  }

  @Test
  void everyCandidateIsTextOfItsPassage() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      List<String> texts = new ArrayList<>();
      for (int passage = 0; passage < 3; passage++) {
        texts.add(RandomText.of(random, random.nextInt(300)));
      }
      StandaloneQuestion question = TestPassages.question(RandomText.of(random, 12));
      List<RetrievedPassage> passages = TestPassages.of(texts.toArray(String[]::new));
      for (CandidateSpan candidate : reader.read(question, passages, new Watching()).candidates()) {
        String text = candidate.text();
        assertEquals(candidate.span().shift(-1000).of(candidate.passage().passage().text()), text);
        assertEquals(text.strip(), text, () -> "seed " + seed);
        assertTrue(
            !Character.isLowSurrogate(text.charAt(0)) || isLone(candidate), () -> "seed " + seed);
      }
    }
  }

  private static boolean isLone(CandidateSpan candidate) {
    int start = candidate.span().start() - 1000;
    String text = candidate.passage().passage().text();
    return start == 0 || !Character.isHighSurrogate(text.charAt(start - 1));
  }

  @Test
  void wordsOfTheQuestionAreWeighed() {
    StandaloneQuestion question =
        TestPassages.question("How many days of paid leave do staff receive?");
    CandidateSpan best = best(question.text(), TestPassages.of(LEAVE, OFFICE));
    List<QuestionTokenWeight> weights = reader.attribute(question, best, new Watching());
    assertEquals("How", weights.getFirst().token());
    assertTrue(weights.size() <= 12);
    QuestionTokenWeight heaviest =
        weights.stream().max(Comparator.comparingDouble(QuestionTokenWeight::weight)).orElseThrow();
    assertTrue(heaviest.weight() > 0.5, weights.toString());
    assertEquals(weights, reader.attribute(question, best, new Watching()));
  }
}
