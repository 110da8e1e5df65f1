package io.passim.inference;

import java.util.List;

/** Computes logits. Used by one worker thread, so it may keep buffers between runs. */
@FunctionalInterface
interface WindowRunner {
  /**
   * One run over all windows.
   *
   * @param windows at least one; shorter ones are padded to the longest
   * @return one per window, in order
   */
  List<WindowLogits> run(List<TokenWindow> windows);
}
