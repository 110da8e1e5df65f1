package io.passim.rank;

import io.passim.read.CandidateSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One answer and all the places that give it.
 *
 * @param best where it is quoted from
 * @param confidence calibrated probability of being right, 0 to 1
 * @param support other places with the same answer, best first
 * @param features what the calibrator saw, by name, in the order it was computed; what was missing
 *     is not among them
 */
public record RankedAnswer(
    CandidateSpan best,
    double confidence,
    List<CandidateSpan> support,
    Map<String, Double> features) {
  public RankedAnswer {
    support = List.copyOf(support);
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }

  /** All places that give it, best first. */
  Stream<CandidateSpan> places() {
    return Stream.concat(Stream.of(best), support.stream());
  }

  /** The same answer, as sure as it is, quoted from another of its places. */
  RankedAnswer quotedFrom(CandidateSpan place) {
    List<CandidateSpan> others = places().filter(other -> !other.equals(place)).toList();
    return new RankedAnswer(place, confidence, others, features);
  }
}
