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
  /** Least confidence of an answer that is told to contradict the first. */
  private static final double LEAST_CONFIDENCE = 0.2;

  /** The same as a share of the first's confidence: what is of similar strength. */
  private static final double SIMILAR = 0.5;

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
    return other.confidence() >= LEAST_CONFIDENCE
        && other.confidence() >= SIMILAR * best.confidence()
        && Amounts.isNumeric(best.best().text()) == Amounts.isNumeric(other.best().text())
        && !AnswerSense.of(best.best().text()).agreesWith(AnswerSense.of(other.best().text()));
  }
}
