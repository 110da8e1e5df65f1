package io.passim.rank;

import static io.passim.rank.RankFixtures.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.CharSpan;
import io.passim.read.CandidateSpan;
import io.passim.read.TestPassages;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final RetrievedPassage LIST =
      TestPassages.passage("d_1", 1, 0, "Bring a passport, a photo and a pen by Monday.");

  private final RankedAnswer passport = answer(candidate(LIST, "a passport", 9));
  private final RankedAnswer photo = answer(candidate(LIST, "photo", 8));
  private final RankedAnswer monday = answer(candidate(LIST, "Monday", 7));
  private final RankedAnswer elsewhere =
      answer(candidate("d_2", 2, "Bring nothing at all.", "nothing", 6));

  @Test
  void whatTheItemsShowIsNoOtherAnswer() {
    Ranking ranking =
        new Ranking(
            List.of(passport, photo, elsewhere, monday),
            0.5,
            Set.of(),
            new Items(LIST.passage(), List.of(new CharSpan(6, 16), new CharSpan(18, 25))));
    assertEquals(List.of(passport, elsewhere, monday), ranking.withItemsOnce().answers());
  }

  @Test
  void aContradictionIsAmongTheFirst() {
    List<RankedAnswer> all = List.of(passport, photo, monday, elsewhere);
    Ranking ranking = new Ranking(all, 0.5, Set.of(elsewhere), null);
    assertEquals(List.of(passport, photo, elsewhere), ranking.first(3));
    assertEquals(all, ranking.first(9));
    assertEquals(List.of(passport), ranking.first(1));
    assertEquals(List.of(passport, photo), new Ranking(all, 0.5).first(2));
  }

  private static RankedAnswer answer(CandidateSpan candidate) {
    return new RankedAnswer(candidate, candidate.score() / 10, List.of(), Map.of());
  }
}
