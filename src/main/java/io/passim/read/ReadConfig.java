package io.passim.read;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is read, and what counts as an answer. */
@ConfigMapping(prefix = "passim.read")
public interface ReadConfig {
  /** Most passages that are read for one question, best retrieved first; at least 1. */
  @WithDefault("10")
  int passages();

  /** Whether reading may end where the model's manifest says that the rest hardly ever matters. */
  @WithDefault("true")
  boolean earlyStop();

  /** Most tokens of an answer; at least 1. */
  @WithDefault("30")
  int answerTokens();

  /** Most candidate answers that are kept of one passage; at least 1. */
  @WithDefault("3")
  int candidates();

  /** Words of the question whose influence is measured for an explanation; may be 0. */
  @WithDefault("12")
  int attributedWords();
}
