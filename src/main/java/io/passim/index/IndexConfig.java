package io.passim.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the index lives and how fields count. */
@ConfigMapping(prefix = "passim.index")
public interface IndexConfig {
  /** Directory of the Lucene index; it can be rebuilt from the stored texts. */
  @WithDefault("${passim.data-directory}/index")
  Path directory();

  /** Whether this start is to empty the index and fill it again; for one start. */
  @WithDefault("false")
  boolean rebuild();

  /** What a match in the document's title counts, relative to one in the passage's own words. */
  @WithDefault("0.3")
  float titleBoost();

  /** What a match in a heading above the passage counts, relative to one in its own words. */
  @WithDefault("0.5")
  float headingBoost();

  /**
   * What two neighbouring words of the question count that stand together in a passage too,
   * relative to a word; with 0 words count one by one.
   */
  @WithDefault("0.25")
  float pairWeight();

  /** BM25's k1, at least 0: how much it counts that a word comes again. */
  @WithDefault("0.4")
  float bm25K1();

  /** BM25's b, 0 to 1: how much it counts against a passage that it is long. */
  @WithDefault("0.4")
  float bm25B();
}
