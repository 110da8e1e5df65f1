package io.passim.retrieve;

import io.passim.index.PassageHit;
import io.passim.index.PassageScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes one list of what words and what vectors found: by the BM25 score relative to the best one,
 * plus the cosine times a weight. Pure.
 *
 * <p>Of a passage whose vector is not there yet nothing is known but its words, so its cosine
 * counts as the mean of the other candidates' cosines: what was just uploaded stands where its
 * words put it, neither behind all that has a vector nor before it.
 *
 * <p>Level with reciprocal rank fusion at 20 passages and above it in mean reciprocal rank; and
 * unlike ranks it says how much better one passage is than the next. Figures stand in the encoder's
 * model card.
 *
 * @param denseWeight what a cosine of 1 counts, relative to the best BM25 score
 * @param leastSimilarity cosine below which a passage that shares no word with the question is none
 */
record Fusion(double denseWeight, double leastSimilarity) {
  /** Places of the best {@code limit} candidates, best first; equal scores in their order. */
  List<Integer> best(List<PassageScore> candidates, int limit) {
    Scale scale = scale(candidates);
    return IntStream.range(0, candidates.size())
        .filter(place -> isCandidate(candidates.get(place)))
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer place) -> score(candidates.get(place), scale))
                .reversed())
        .limit(limit)
        .toList();
  }

  /**
   * The best candidates with scores relative to the very best.
   *
   * @param candidates the scores of all
   */
  List<RetrievedPassage> ranked(List<PassageHit> best, List<PassageScore> candidates) {
    Scale scale = scale(candidates);
    List<RetrievedPassage> passages = new ArrayList<>();
    for (PassageHit hit : best) {
      PassageScore score = hit.score();
      passages.add(
          new RetrievedPassage(
              passages.size() + 1,
              hit.document(),
              hit.passage(),
              score(score, scale) / score(best.getFirst().score(), scale),
              score.lexical(),
              score.similarity(),
              score.terms()));
    }
    return passages;
  }

  private boolean isCandidate(PassageScore score) {
    return score.lexical() > 0 || similarity(score, 0) >= leastSimilarity;
  }

  private double score(PassageScore score, Scale scale) {
    double lexical = scale.bestLexical > 0 ? score.lexical() / scale.bestLexical : 0;
    return lexical + denseWeight * similarity(score, scale.meanSimilarity);
  }

  private static double similarity(PassageScore score, double missing) {
    Double similarity = score.similarity();
    return similarity == null ? missing : Math.max(0, similarity);
  }

  /** What the scores of a question's candidates are seen against. */
  private record Scale(double bestLexical, double meanSimilarity) {}

  private Scale scale(List<PassageScore> candidates) {
    return new Scale(
        candidates.stream().mapToDouble(PassageScore::lexical).max().orElse(0),
        candidates.stream()
            .filter(score -> score.similarity() != null && isCandidate(score))
            .mapToDouble(score -> similarity(score, 0))
            .average()
            .orElse(0));
  }
}
