package io.passim.read;

import io.passim.document.CharSpan;

/**
 * A span of one window.
 *
 * @param firstToken index of its first token in the window
 * @param lastToken index of its last token, at least {@code firstToken}
 * @param span where it stands in the passage
 * @param startLogit of the first token
 * @param endLogit of the last token
 * @param nullLogit start plus end logit of the null span of the window
 */
record TokenSpan(
    int firstToken,
    int lastToken,
    CharSpan span,
    float startLogit,
    float endLogit,
    float nullLogit) {
  TokenSpan {
    if (firstToken < 0 || lastToken < firstToken) {
      throw new IllegalArgumentException(
          "not a span of tokens: [" + firstToken + ", " + lastToken + "]");
    }
  }

  double score() {
    return (double) startLogit + endLogit - nullLogit;
  }
}
