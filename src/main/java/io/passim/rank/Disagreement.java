package io.passim.rank;

import io.passim.document.DocumentId;
import io.passim.read.CandidateSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   * The answers that contradict the first, each with itself as it is to be quoted: from a document
   * that does not give the first too, though such a one may say both and say this better.
   *
   * @param answers most confident first
   * @param items what stands together with the first, and is no contradiction
   */
  static Map<RankedAnswer, RankedAnswer> among(List<RankedAnswer> answers, @Nullable Items items) {
    Map<RankedAnswer, RankedAnswer> contradictions = new LinkedHashMap<>();
    if (answers.isEmpty()) {
      return contradictions;
    }
    RankedAnswer best = answers.getFirst();
    Set<DocumentId> agreeing =
        best.places().map(Disagreement::document).collect(Collectors.toSet());
    for (RankedAnswer other : answers.subList(1, answers.size())) {
      if (items != null && items.hold(other.best())) {
        continue;
      }
      other
          .places()
          .filter(place -> !agreeing.contains(document(place)))
          .findFirst()
          .map(other::quotedFrom)
          .filter(quoted -> isSimilar(best, quoted))
          .ifPresent(quoted -> contradictions.put(other, quoted));
    }
    return contradictions;
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
