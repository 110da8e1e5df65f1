package io.passim.ingest.parse;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Limits on the parsing of one file, which is untrusted. */
@ConfigMapping(prefix = "passim.ingest.parse")
public interface ParseConfig {
  /**
   * How long one file may take, after which it fails with {@code parse_timeout}. Time on the
   * processor counts; whoever has to wait for that gets up to five times as long. Each page that
   * text recognition reads is given this anew and a minute more.
   */
  @WithDefault("60s")
  Duration timeout();

  /** The heap of the worker process that parses; its language model takes 135 MB of it. */
  @WithDefault("384M")
  MemorySize workerHeap();

  /** What one worker may keep on disk at a time, above which its file is {@code too_large}. */
  @WithDefault("512M")
  MemorySize workerDisk();

  /** How long a worker process may take to start. */
  @WithDefault("60s")
  Duration workerStart();

  /** How long an idle worker process keeps its memory before it ends. */
  @WithDefault("60s")
  Duration workerIdle();

  /** How many characters of text one file may unfold to. */
  @WithDefault("20000000")
  int maxCharacters();

  /**
   * Where workers keep parts of documents while they parse; emptied at start. For one server only.
   */
  @WithDefault("${passim.data-directory}/parsing")
  Path temporaryDirectory();
}
