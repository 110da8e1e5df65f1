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
}
