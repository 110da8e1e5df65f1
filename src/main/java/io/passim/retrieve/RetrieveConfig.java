package io.passim.retrieve;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is retrieved. */
@ConfigMapping(prefix = "passim.retrieve")
public interface RetrieveConfig {
  /** Passages handed to the reader for a question. */
  @WithDefault("10")
  int passages();

  /** Passages that words and vectors each propose. */
  @WithDefault("50")
  int candidates();

  /**
   * What a cosine of 1 between question and passage counts, relative to the best BM25 score of the
   * question; with 0 nothing is encoded and words alone decide.
   */
  @WithDefault("1.75")
  double denseWeight();

  /** Cosine below which a passage that shares no word with the question is not a candidate. */
  @WithDefault("0.25")
  double leastSimilarity();
}
