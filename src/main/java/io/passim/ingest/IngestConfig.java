package io.passim.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How documents are taken in. */
@ConfigMapping(prefix = "passim.ingest")
public interface IngestConfig {
  /** The largest file that is accepted. */
  @WithDefault("100M")
  MemorySize maxFileSize();

  /**
   * How many documents are parsed at the same time, each in a process of its own; and up to as many
   * again beside those that take longer than ten seconds, as long scans do.
   */
  @WithDefault("1")
  int threads();

  /** Whether passages are given vectors; without them, words alone find. */
  @WithDefault("true")
  boolean vectors();
}
