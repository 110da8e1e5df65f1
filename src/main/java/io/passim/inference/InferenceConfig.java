package io.passim.inference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Which models run, and on how much of the machine. Read at the start, by one thread. */
@ConfigMapping(prefix = "passim.inference")
public interface InferenceConfig {
  /** Directory with one folder per model. */
  @WithDefault("models")
  Path modelsDirectory();

  /** Folder name of the reader. */
  @WithDefault("reader-minilm-l12")
  String reader();

  /** Folder name of the encoder. */
  @WithDefault("encoder-minilm-l6")
  String encoder();

  /**
   * Where the reader runs: {@code auto} is a GPU where one works and the reader is not quantised
   * for CPUs, otherwise the CPU.
   */
  @WithDefault("auto")
  DeviceChoice.Wanted device();

  /** Runs at the same time; if not set one per core, and two on a GPU. */
  OptionalInt workers();

  /** Threads that compute one run together; if not set, the cores divided by the workers. */
  OptionalInt threads();

  /**
   * Most tokens of a run, padding included, which then holds windows of different readings too, so
   * that the last bits of an answer may depend on who else asks; a longer window runs alone. If not
   * set, every window runs alone on the CPU, and 16,384 tokens of one reading run together on a
   * GPU.
   */
  OptionalInt batchTokens();

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
