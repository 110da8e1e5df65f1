package io.passim.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How documents are taken in. */
@ConfigMapping(prefix = "passim.ingest")
public interface IngestConfig {
  /** The largest file that is accepted. */
  @WithDefault("100M")
  MemorySize maxFileSize();

  /**
   * How many documents are parsed at the same time, each in a process of its own; and up to as many
   * again beside those that take long.
   */
  @WithDefault("1")
  int threads();

  /** How long a document is parsed before it holds up no other any more. */
  @WithDefault("10s")
  Duration longParse();

  /** Whether passages are given vectors; without them, words alone find. */
  @WithDefault("true")
  boolean vectors();
}
