package io.passim.rank;

import io.passim.read.CandidateSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Candidates that give the same answer.
 *
 * @param best the one with the highest score
 * @param support other places that say the same, best first, each place once
 */
record MergedAnswer(CandidateSpan best, List<CandidateSpan> support) {
  MergedAnswer {
    support = List.copyOf(support);
  }

  double score() {
    return best.score();
  }

  /**
   * Groups candidates by what they say: equal after {@link AnswerText#normalise}, or at the same
   * place of the same document, where the better one stands for both.
   *
   * @param candidates best first
   * @return best first
   */
  static List<MergedAnswer> merge(List<CandidateSpan> candidates) {
    List<Group> groups = new ArrayList<>();
    for (CandidateSpan candidate : candidates) {
      String text = AnswerText.normalise(candidate.text());
      groups.stream()
          .filter(group -> group.text.equals(text) || group.isAt(candidate))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(candidate), () -> groups.add(new Group(text, candidate)));
    }
    return groups.stream().map(Group::merged).toList();
  }

  private static final class Group {
    private final String text;
    private final List<CandidateSpan> places = new ArrayList<>();

    private Group(String text, CandidateSpan best) {
      this.text = text;
      places.add(best);
    }

    private boolean isAt(CandidateSpan candidate) {
      return places.stream()
          .anyMatch(place ->
              place
                      .passage()
                      .passage()
                      .documentId()
                      .equals(candidate.passage().passage().documentId())
                  && place.span().overlaps(candidate.span()));
    }

    private void add(CandidateSpan candidate) {
      if (!isAt(candidate)) {
        places.add(candidate);
      }
    }

    private MergedAnswer merged() {
      return new MergedAnswer(places.getFirst(), places.subList(1, places.size()));
    }
  }
}
