package io.passim.curate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a question is given a pinned answer. */
@ConfigMapping(prefix = "passim.curate")
public interface CurateConfig {
  /**
   * Cosine from which a question with the same content words as a pinned one is taken for it; above
   * 1, only questions that are written alike are.
   */
  @WithDefault("0.85")
  double threshold();
}
