package io.passim.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which waiting windows run together: the one whose turn it is, and others of about its length.
 * Pure.
 *
 * <p>Padding is bounded by the width of a length class, whatever waits.
 *
 * @param tokens most tokens of a run, padding included; a longer window runs alone
 * @param acrossReadings whether windows of different readings share a run; where they do not, what
 *     a window runs with depends on its own reading alone
 */
record Batching(int tokens, boolean acrossReadings) {
  /** Windows whose lengths fall into the same class of this many tokens may share a run. */
  static final int LENGTH_CLASS = 16;

  Batching {
    if (tokens < 1) {
      throw new IllegalArgumentException(
          "passim.inference.batch-tokens must be at least 1: " + tokens);
    }
  }

  /** Every window runs alone. */
  static Batching alone() {
    return withinReadings(1);
  }

  /** Whether every window runs alone. */
  boolean isLone() {
    return equals(alone());
  }

  /** Windows run together with others of their own reading. */
  static Batching withinReadings(int tokens) {
    return new Batching(tokens, false);
  }

  /**
   * Picks what runs next.
   *
   * @param waiting not empty, whose turn it is first
   * @return the first, and if it is a window as many others as fit, in the order in which they wait
   */
  List<Work<?>> next(Collection<Work<?>> waiting) {
    List<Work<?>> batch = new ArrayList<>();
    int longest = 0;
    for (Work<?> work : waiting) {
      if (!batch.isEmpty() && !acrossReadings && !isOfOneReading(batch.getFirst(), work)) {
        break;
      }
      if (batch.isEmpty()) {
        batch.add(work);
        if (!(work instanceof Work.Window first) || tokens < 2 * first.window().length()) {
          break;
        }
        longest = first.window().length();
      } else if (work instanceof Work.Window other && lengthClass(other) == lengthClass(longest)) {
        int padded = Math.max(longest, other.window().length());
        if ((batch.size() + 1) * padded > tokens) {
          break;
        }
        longest = padded;
        batch.add(other);
      }
    }
    return List.copyOf(batch);
  }

  private static boolean isOfOneReading(Work<?> one, Work<?> other) {
    return one.turn().place() == other.turn().place();
  }

  private static int lengthClass(Work.Window work) {
    return lengthClass(work.window().length());
  }

  private static int lengthClass(int length) {
    return (length - 1) / LENGTH_CLASS;
  }
}
