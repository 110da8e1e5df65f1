package io.passim.rank;

import static io.passim.rank.RankFixtures.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.read.CandidateSpan;
import io.passim.read.TestPassages;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergedAnswerTest {
  @Test
  void equalAnswersSupportEachOther() {
    CandidateSpan first = candidate("d_1", 1, "You get 20 days.", "20 days", 5);
    CandidateSpan other = candidate("d_2", 2, "It is 25 days.", "25 days", 4);
    CandidateSpan second = candidate("d_3", 3, "Leave: 20 Days", "20 Days", 3);
    List<MergedAnswer> merged = MergedAnswer.merge(List.of(first, other, second));
    assertEquals(
        List.of(new MergedAnswer(first, List.of(second)), new MergedAnswer(other, List.of())),
        merged);
  }

  @Test
  void samePlaceIsOneAnswerAndNoSupport() {
    RetrievedPassage passage = TestPassages.passage("d_1", 1, 0, "You get 20 days of leave.");
    CandidateSpan best = candidate(passage, "20 days", 5);
    CandidateSpan longer = candidate(passage, "20 days of leave", 4);
    assertEquals(
        List.of(new MergedAnswer(best, List.of())), MergedAnswer.merge(List.of(best, longer)));
  }

  @Test
  void overlappingPassagesOfOneDocumentShareAPlace() {
    RetrievedPassage early = TestPassages.passage("d_1", 1, 0, "Some words. You get 20 days.");
    RetrievedPassage late = TestPassages.passage("d_1", 2, 12, "You get 20 days. More words.");
    CandidateSpan best = candidate(early, "20 days", 5);
    assertEquals(
        List.of(new MergedAnswer(best, List.of())),
        MergedAnswer.merge(List.of(best, candidate(late, "20 days", 4))));
  }

  @Test
  void samePlaceOfAnotherDocumentIsSupport() {
    CandidateSpan best = candidate("d_1", 1, "You get 20 days.", "20 days", 5);
    CandidateSpan copy = candidate("d_2", 2, "You get 20 days.", "20 days", 5);
    assertEquals(
        List.of(new MergedAnswer(best, List.of(copy))), MergedAnswer.merge(List.of(best, copy)));
  }

  @ParameterizedTest
  @CsvSource({"1/12/2025, 11/2/2025", "1–2 days, 12 days", "1/2, 12", "1/2, 1–2"})
  void otherAmountsAreOtherAnswers(String one, String other) {
    CandidateSpan best = candidate("d_1", 1, "It says " + one, one, 5);
    CandidateSpan second = candidate("d_2", 2, "It says " + other, other, 5);
    assertEquals(2, MergedAnswer.merge(List.of(best, second)).size());
  }

  @Test
  void articlesDoNotTellAnswersApart() {
    CandidateSpan best = candidate("d_1", 1, "voir le siège", "le siège", 5);
    CandidateSpan copy = candidate("d_2", 2, "un siège", "siège", 5);
    assertEquals(1, MergedAnswer.merge(List.of(best, copy)).size());
  }
}
