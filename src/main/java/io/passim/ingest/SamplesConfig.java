package io.passim.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The collection that a first start serves. */
@ConfigMapping(prefix = "passim.samples")
public interface SamplesConfig {
  /** Where its documents are, in one folder for each language; without it there are no samples. */
  @WithDefault("documents")
  Path directory();
}
