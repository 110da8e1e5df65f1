package io.passim.rank;

import io.passim.document.DocumentId;
import io.passim.read.CandidateSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Documents that contradict each other: answers that cannot both be right, each as good as the
 * other. Pure.
 */
final class Disagreement {
  /** Most logits between two answers of similar strength. */
  private static final double SIMILAR_SCORE = 3;

  /** Most difference between the shares of the question that their sentences take up. */
  private static final double SIMILAR_SENTENCE = 0.2;

  private Disagreement() {}

  /**
   * The answers that contradict the first.
   *
   * @param answers most confident first
   */
  static Set<RankedAnswer> among(List<RankedAnswer> answers) {
    if (answers.isEmpty()) {
      return Set.of();
    }
    RankedAnswer best = answers.getFirst();
    Set<DocumentId> agreeing =
        Stream.concat(Stream.of(best.best()), best.support().stream())
            .map(Disagreement::document)
            .collect(Collectors.toSet());
    return answers.stream()
        .skip(1)
        .filter(other -> !agreeing.contains(document(other.best())))
        .filter(other -> isSimilar(best, other))
        .collect(Collectors.toSet());
  }

  private static DocumentId document(CandidateSpan candidate) {
    return candidate.passage().passage().documentId();
  }

  private static boolean isSimilar(RankedAnswer best, RankedAnswer other) {
    return other.best().score() > 0
        && best.best().score() - other.best().score() <= SIMILAR_SCORE
        && best.features().getOrDefault("sentence", 0.0)
                - other.features().getOrDefault("sentence", 0.0)
            <= SIMILAR_SENTENCE
        && Amounts.isNumeric(best.best().text()) == Amounts.isNumeric(other.best().text())
        && !AnswerSense.of(best.best().text()).agreesWith(AnswerSense.of(other.best().text()));
  }
}
