package io.passim.ingest.parse;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on the parsing of one file, which is untrusted. */
@ConfigMapping(prefix = "passim.ingest.parse")
public interface ParseConfig {
  /** How long one file may take, after which it fails with {@code parse_timeout}. */
  @WithDefault("60s")
  Duration timeout();

  /** The heap of the worker process that parses; its language model takes 135 MB of it. */
  @WithDefault("384M")
  MemorySize workerHeap();

  /** How long an idle worker process keeps its memory before it ends. */
  @WithDefault("60s")
  Duration workerIdle();

  /** How many characters of text one file may unfold to. */
  @WithDefault("20000000")
  int maxCharacters();
}
