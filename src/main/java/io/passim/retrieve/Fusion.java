package io.passim.retrieve;

import io.passim.index.PassageHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
  /**
   * The best {@code limit}, with scores relative to the best; equal scores in the order of the
   * hits.
   */
  List<RetrievedPassage> best(List<PassageHit> hits, int limit) {
    double bestLexical = hits.stream().mapToDouble(PassageHit::lexical).max().orElse(0);
    List<PassageHit> best =
        hits.stream()
            .filter(hit -> hit.lexical() > 0 || similarity(hit) >= leastSimilarity)
            .sorted(
                Comparator.comparingDouble((PassageHit hit) -> score(hit, bestLexical)).reversed())
            .limit(limit)
            .toList();
    List<RetrievedPassage> passages = new ArrayList<>();
    for (PassageHit hit : best) {
      passages.add(
          new RetrievedPassage(
              passages.size() + 1,
              hit.document(),
              hit.passage(),
              score(hit, bestLexical) / score(best.getFirst(), bestLexical),
              hit.lexical(),
              hit.similarity(),
              hit.terms()));
    }
    return passages;
  }

  private double score(PassageHit hit, double bestLexical) {
    double lexical = bestLexical > 0 ? hit.lexical() / bestLexical : 0;
    return lexical + denseWeight * similarity(hit);
  }

  private static double similarity(PassageHit hit) {
    Double similarity = hit.similarity();
    return similarity == null ? 0 : Math.max(0, similarity);
  }
}
