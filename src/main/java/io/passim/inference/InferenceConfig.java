package io.passim.inference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Which models run, and on how much of the machine. */
@ConfigMapping(prefix = "passim.inference")
public interface InferenceConfig {
  /** Directory with one folder per model. */
  @WithDefault("models")
  Path modelsDirectory();

  /** Folder name of the reader. */
  @WithDefault("reader-minilm-l6")
  String reader();

  /** Threads that compute one run together; the number of cores if not set. */
  OptionalInt threads();

  /** Runs at the same time, each with its own {@link #threads()}. */
  @WithDefault("1")
  int workers();

  /** Readings that may wait for their turn; one more is refused at once. */
  @WithDefault("32")
  int queue();

  /** Longest window in tokens, question and special tokens included. */
  @WithDefault("384")
  int window();

  /** Tokens that two neighbouring windows of one passage share. */
  @WithDefault("128")
  int stride();

  /** Tokens of a question that are read; the rest of a longer one is left out. */
  @WithDefault("64")
  int questionTokens();
}
