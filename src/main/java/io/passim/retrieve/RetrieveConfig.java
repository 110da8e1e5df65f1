package io.passim.retrieve;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is retrieved. */
@ConfigMapping(prefix = "passim.retrieve")
public interface RetrieveConfig {
  /** Passages handed to the reader for a question. */
  @WithDefault("10")
  int passages();
}
