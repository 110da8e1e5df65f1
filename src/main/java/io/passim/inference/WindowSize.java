package io.passim.inference;

import java.util.Locale;

/**
 * How question and passage share a window, in tokens.
 *
 * @param window longest window, special tokens included
 * @param stride tokens of the passage that neighbouring windows share
 * @param questionTokens most tokens of the question
 */
record WindowSize(int window, int stride, int questionTokens) {
  /** Room for special tokens, and for a question whose cut end splits into more tokens. */
  private static final int SPARE = 16;

  WindowSize {
    if (questionTokens < 1) {
      throw new IllegalArgumentException(
          "passim.inference.question-tokens must be at least 1: " + questionTokens);
    }
    if (stride < 0 || stride >= window - questionTokens - SPARE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "passim.inference: a window of %d tokens has no room for %d of a question, "
                  + "%d special ones and more than a stride of %d of a passage",
              window,
              questionTokens,
              SPARE,
              stride));
    }
  }

  /**
   * @throws IllegalArgumentException if the model cannot take a window of the configured length
   */
  static WindowSize of(InferenceConfig config, ModelManifest manifest) {
    if (config.window() > manifest.maxLength()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "passim.inference.window is %d, but %s takes at most %d tokens",
              config.window(),
              manifest.name(),
              manifest.maxLength()));
    }
    return new WindowSize(config.window(), config.stride(), config.questionTokens());
  }
}
