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
    double bestLexical = candidates.stream().mapToDouble(PassageScore::lexical).max().orElse(0);
    return IntStream.range(0, candidates.size())
        .filter(place -> isCandidate(candidates.get(place)))
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer place) -> score(candidates.get(place), bestLexical))
                .reversed())
        .limit(limit)
        .toList();
  }

  /** The best candidates with scores relative to the very best. */
  List<RetrievedPassage> ranked(List<PassageHit> best, double bestLexical) {
    List<RetrievedPassage> passages = new ArrayList<>();
    for (PassageHit hit : best) {
      PassageScore score = hit.score();
      passages.add(
          new RetrievedPassage(
              passages.size() + 1,
              hit.document(),
              hit.passage(),
              score(score, bestLexical) / score(best.getFirst().score(), bestLexical),
              score.lexical(),
              score.similarity(),
              score.terms()));
    }
    return passages;
  }

  private boolean isCandidate(PassageScore score) {
    return score.lexical() > 0 || similarity(score) >= leastSimilarity;
  }

  private double score(PassageScore score, double bestLexical) {
    double lexical = bestLexical > 0 ? score.lexical() / bestLexical : 0;
    return lexical + denseWeight * similarity(score);
  }

  private static double similarity(PassageScore score) {
    Double similarity = score.similarity();
    return similarity == null ? 0 : Math.max(0, similarity);
  }
}
