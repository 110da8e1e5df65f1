package io.passim.read;

import io.passim.inference.TokenWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups windows of similar length, so that little is padded. Pure, and stable for equal lengths.
 */
final class Batches {
  private Batches() {}

  /**
   * Splits windows into batches.
   *
   * @param tokens most tokens of a batch, padding included; a longer window is a batch of its own
   */
  static List<List<TokenWindow>> of(List<TokenWindow> windows, int tokens) {
    List<TokenWindow> longestFirst = new ArrayList<>(windows);
    longestFirst.sort(Comparator.comparingInt(TokenWindow::length).reversed());
    List<List<TokenWindow>> batches = new ArrayList<>();
    for (int from = 0; from < longestFirst.size(); ) {
      int rows = Math.max(1, tokens / longestFirst.get(from).length());
      int to = Math.min(from + rows, longestFirst.size());
      batches.add(List.copyOf(longestFirst.subList(from, to)));
      from = to;
    }
    return List.copyOf(batches);
  }
}
