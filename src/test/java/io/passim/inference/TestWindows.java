package io.passim.inference;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Windows of nothing but special tokens, and logits for them. */
final class TestWindows {
  private TestWindows() {}

  static List<TokenWindow> ofLengths(int... lengths) {
    return Arrays.stream(lengths)
        .mapToObj(length ->
            new TokenWindow(
                0, Collections.nCopies(length, new Token(1, 0, Token.Segment.SPECIAL, null))))
        .toList();
  }

  /** What a graph might say: zero for every token. */
  static List<WindowLogits> logits(List<TokenWindow> windows) {
    return windows.stream()
        .map(window ->
            new WindowLogits(window, new float[window.length()], new float[window.length()]))
        .toList();
  }
}
