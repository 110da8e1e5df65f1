package io.passim.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which waiting windows run together: the one whose turn it is, and others of about its length.
 * Pure.
 *
 * <p>Where windows of all readings wait, enough are of the same length class, whose width bounds
 * the padding. One reading has ten windows or so, of nearly as many classes: there those of the
 * nearest lengths join as long as less than half of the run is padding, since a device that reads
 * many in one run takes hardly longer for a few more tokens. That it does so here has not been
 * measured.
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
   * @return the first, and if it is a window others that fit, in the order in which they wait
   */
  List<Work<?>> next(Collection<Work<?>> waiting) {
    Work<?> next = waiting.iterator().next();
    if (!(next instanceof Work.Window first) || tokens < 2 * first.length()) {
      return List.of(next);
    }
    return acrossReadings ? ofItsLengthClass(first, waiting) : ofItsReading(first, waiting);
  }

  private List<Work<?>> ofItsLengthClass(Work.Window first, Collection<Work<?>> waiting) {
    List<Work<?>> batch = new ArrayList<>();
    int longest = first.length();
    for (Work<?> work : waiting) {
      if (work instanceof Work.Window other
          && lengthClass(other.length()) == lengthClass(longest)) {
        int padded = Math.max(longest, other.length());
        if ((batch.size() + 1) * padded > tokens) {
          break;
        }
        longest = padded;
        batch.add(other);
      }
    }
    return List.copyOf(batch);
  }

  private List<Work<?>> ofItsReading(Work.Window first, Collection<Work<?>> waiting) {
    List<Work.Window> nearestFirst =
        waiting.stream()
            .takeWhile(work -> work.turn().place() == first.turn().place())
            .filter(Work.Window.class::isInstance)
            .map(Work.Window.class::cast)
            .sorted(Comparator.comparingInt(other -> Math.abs(other.length() - first.length())))
            .toList();
    Set<Work<?>> batch = new HashSet<>();
    int longest = 0;
    int read = 0;
    for (Work.Window other : nearestFirst) {
      int padded = Math.max(longest, other.length());
      int computed = (batch.size() + 1) * padded;
      if (computed <= tokens && computed < 2 * (read + other.length())) {
        longest = padded;
        read += other.length();
        batch.add(other);
      }
    }
    return waiting.stream().filter(batch::contains).toList();
  }

  private static int lengthClass(int length) {
    return (length - 1) / LENGTH_CLASS;
  }
}
