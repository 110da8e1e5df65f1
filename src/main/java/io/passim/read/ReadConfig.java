package io.passim.read;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is read, and what counts as an answer. */
@ConfigMapping(prefix = "passim.read")
public interface ReadConfig {
  /** Most passages that are read for one question, best retrieved first. */
  @WithDefault("8")
  int passages();

  /** Passages that are read first; the others only if these hold no answer that is good enough. */
  @WithDefault("4")
  int passagesFirst();

  /**
   * Score, in logits above the null span, that makes reading on unnecessary. Measured in {@code
   * models/reader-minilm-l6/MODEL_CARD.md}.
   */
  @WithDefault("6")
  double enough();

  /** Most tokens of an answer. */
  @WithDefault("30")
  int answerTokens();

  /** Most candidate answers that are kept of one passage. */
  @WithDefault("3")
  int candidates();

  /** Words of the question whose influence is measured for an explanation. */
  @WithDefault("12")
  int attributedWords();
}
