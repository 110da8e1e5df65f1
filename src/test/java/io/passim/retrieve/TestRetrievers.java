package io.passim.retrieve;

import io.passim.index.PassageHit;
import io.passim.index.PassageIndex;
import io.passim.index.PassageScore;
import io.passim.inference.EncoderModel;
import java.util.List;

/** Gives other packages' tests a retriever. */
public final class TestRetrievers {
  /** The default. */
  public static final double DENSE_WEIGHT = 1.75;

  private TestRetrievers() {}

  /** With the default configuration, but for the number of passages. */
  public static PassageRetriever hybrid(PassageIndex index, EncoderModel encoder, int passages) {
    return new HybridRetriever(index, encoder, config(passages, DENSE_WEIGHT));
  }

  /** By words alone. */
  public static PassageRetriever lexical(PassageIndex index, EncoderModel encoder, int passages) {
    return new HybridRetriever(index, encoder, config(passages, 0));
  }

  /** The best of what a search has found, if a cosine of 1 counts so much. */
  public static List<RetrievedPassage> fuse(List<PassageHit> hits, double denseWeight, int limit) {
    Fusion fusion = new Fusion(denseWeight, 0.25);
    List<PassageScore> scores = hits.stream().map(PassageHit::score).toList();
    return fusion.ranked(fusion.best(scores, limit).stream().map(hits::get).toList(), scores);
  }

  static RetrieveConfig config(int passages, double denseWeight) {
    return new RetrieveConfig() {
      @Override
      public int passages() {
        return passages;
      }

      @Override
      public int candidates() {
        return 50;
      }

      @Override
      public double denseWeight() {
        return denseWeight;
      }

      @Override
      public double leastSimilarity() {
        return 0.25;
      }
    };
  }
}
