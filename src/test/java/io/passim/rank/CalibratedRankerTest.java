package io.passim.rank;

import static io.passim.rank.RankFixtures.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.inference.TestReaders;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.Reading;
import io.passim.read.TestPassages;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ranks with the committed calibration. */
class CalibratedRankerTest {
  private static final StandaloneQuestion QUESTION =
      TestPassages.question("How many days of leave do staff get?");

  private final AnswerRanker ranker = ranker(OptionalDouble.empty());

  private static AnswerRanker ranker(OptionalDouble threshold) {
    return new CalibratedRanker(
        new RankSettings(Optional.empty(), threshold),
        ReaderCalibrationTest.of(TestReaders.shipped(), "models", Optional.empty()));
  }

  private static CandidateSpan strong(String document, int rank, String answer) {
    return candidate(document, rank, "Staff get " + answer + " of leave.", answer, 14);
  }

  @Test
  void strongEvidenceIsConfident() {
    CandidateSpan strong = strong("d_1", 1, "20 days");
    CandidateSpan weak = candidate("d_2", 2, "The office has 3 floors.", "3", -4);
    Ranking ranking = ranker.rank(QUESTION, new Reading(List.of(strong, weak), 2));
    assertEquals(strong, ranking.answers().getFirst().best());
    assertTrue(ranking.answers().getFirst().confidence() >= ranking.threshold());
    assertTrue(ranking.answers().getLast().confidence() < 0.2);
    assertFalse(ranking.disagreement());
  }

  @Test
  void weakEvidenceStaysBelowTheThreshold() {
    CandidateSpan weak = candidate("d_2", 2, "The office has floors.", "floors", -6);
    Ranking ranking = ranker.rank(QUESTION, new Reading(List.of(weak), 1));
    assertTrue(ranking.answers().getFirst().confidence() < ranking.threshold());
  }

  @Test
  void nothingReadIsNothingRanked() {
    Ranking ranking = ranker.rank(QUESTION, new Reading(List.of(), 0));
    assertTrue(ranking.answers().isEmpty());
    assertFalse(ranking.disagreement());
  }

  @Test
  void equalEvidenceForDifferentAnswersIsDisagreement() {
    List<CandidateSpan> two = List.of(strong("d_1", 1, "20 days"), strong("d_2", 1, "25 days"));
    assertTrue(ranker.rank(QUESTION, new Reading(two, 2)).disagreement());
    List<CandidateSpan> agreeing =
        List.of(strong("d_1", 1, "20 days"), strong("d_2", 2, "20 days"));
    assertFalse(ranker.rank(QUESTION, new Reading(agreeing, 2)).disagreement());
  }

  @Test
  void aContradictionIsQuotedFromTheDocumentThatContradicts() {
    RetrievedPassage both =
        TestPassages.passage(
            "d_1", 1, 0, "Staff get 25 days of leave. New staff get 20 days of leave.");
    CandidateSpan first = candidate(both, "25 days", 14);
    CandidateSpan agreeing = strong("d_3", 1, "25 days");
    CandidateSpan second = candidate(both, "20 days", 13.9);
    CandidateSpan other = candidate("d_2", 2, "Staff get 20 days of leave.", "20 days", 13);
    Ranking ranking =
        ranker.rank(QUESTION, new Reading(List.of(first, agreeing, second, other), 3));
    assertTrue(ranking.disagreement());
    RankedAnswer contradiction = ranking.disagreeing().iterator().next();
    assertTrue(ranking.answers().contains(contradiction));
    assertEquals("d_2", contradiction.best().passage().passage().documentId().value());
  }

  @Test
  void supportIsListed() {
    CandidateSpan first = strong("d_1", 1, "20 days");
    CandidateSpan second = strong("d_2", 2, "20 days");
    Ranking ranking = ranker.rank(QUESTION, new Reading(List.of(first, second), 2));
    assertEquals(1, ranking.answers().size());
    assertEquals(List.of(second), ranking.answers().getFirst().support());
    assertEquals(
        AnswerFeatures.NAMES,
        rankedWith(0.5).features().keySet(),
        "passages have vectors but for a while after an upload");
  }

  @Test
  void passageWithoutAVectorYetIsTrustedAsOneOfUsualSimilarity() {
    RankedAnswer missing = rankedWith(null);
    assertFalse(missing.features().containsKey("similarity"));
    assertTrue(missing.confidence() > rankedWith(0.3).confidence());
    assertTrue(missing.confidence() < rankedWith(0.6).confidence());
  }

  /** The answer of a passage whose vector is as similar to the question's. */
  private RankedAnswer rankedWith(@Nullable Double similarity) {
    RetrievedPassage plain = TestPassages.passage("d_1", 1, 0, "Staff get 20 days of leave.");
    RetrievedPassage passage =
        new RetrievedPassage(
            plain.rank(),
            plain.document(),
            plain.passage(),
            plain.score(),
            plain.lexical(),
            similarity,
            plain.terms());
    Reading reading = new Reading(List.of(candidate(passage, "20 days", 1)), 1);
    return ranker.rank(QUESTION, reading).answers().getFirst();
  }

  @Test
  void sameReadingGivesTheSameRanking() {
    List<CandidateSpan> candidates =
        List.of(
            strong("d_1", 1, "20 days"),
            strong("d_2", 2, "25 days"),
            candidate("d_3", 3, "The office has 3 floors.", "3", 1));
    Reading reading = new Reading(candidates, 3);
    assertEquals(ranker.rank(QUESTION, reading), ranker.rank(QUESTION, reading));
  }

  @Test
  void configuredThresholdWins() {
    Ranking ranking = ranker(OptionalDouble.of(0.9)).rank(QUESTION, new Reading(List.of(), 0));
    assertEquals(0.9, ranking.threshold());
    assertThrows(IllegalArgumentException.class, () -> ranker(OptionalDouble.of(1.5)));
  }
}
