package io.passim.inference;

import java.util.Locale;

/**
 * What the reader gave for one window: for each token a logit of being the answer's first and one
 * of being its last. Immutable.
 */
public final class WindowLogits {
  private static final int NULL_TOKEN = 0;

  private final TokenWindow window;
  private final float[] start;
  private final float[] end;

  /**
   * Copies the logits.
   *
   * @param start one finite value per token
   * @param end one finite value per token
   */
  public WindowLogits(TokenWindow window, float[] start, float[] end) {
    if (start.length != window.length() || end.length != window.length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d and %d logits for %d tokens",
              start.length,
              end.length,
              window.length()));
    }
    this.window = window;
    this.start = requireFinite(start.clone());
    this.end = requireFinite(end.clone());
  }

  private static float[] requireFinite(float[] logits) {
    for (int i = 0; i < logits.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new IllegalArgumentException("the logit of token " + i + " is " + logits[i]);
      }
    }
    return logits;
  }

  public TokenWindow window() {
    return window;
  }

  public float start(int token) {
    return start[token];
  }

  public float end(int token) {
    return end[token];
  }

  /** Start plus end logit of the window's first token: the score of "no answer here". */
  public float nullLogit() {
    return start[NULL_TOKEN] + end[NULL_TOKEN];
  }
}
