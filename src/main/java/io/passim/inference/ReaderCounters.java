package io.passim.inference;

import java.time.Duration;
import java.util.List;

/** Counts what a reader does. Safe for use by many threads; counts of one run appear together. */
final class ReaderCounters {
  private ReaderStatistics sum = ReaderStatistics.NONE;

  /** A run over these windows took this long. */
  synchronized void ran(List<TokenWindow> windows, Duration time) {
    int longest = 0;
    long tokens = 0;
    for (TokenWindow window : windows) {
      longest = Math.max(longest, window.length());
      tokens += window.length();
    }
    sum =
        new ReaderStatistics(
            sum.runs() + 1,
            sum.failedRuns(),
            sum.windows() + windows.size(),
            sum.tokens() + tokens,
            sum.paddingTokens() + (long) longest * windows.size() - tokens,
            sum.running().plus(time),
            sum.tokenising());
  }

  /** A run that failed took this long. */
  synchronized void failed(Duration time) {
    sum =
        new ReaderStatistics(
            sum.runs(),
            sum.failedRuns() + 1,
            sum.windows(),
            sum.tokens(),
            sum.paddingTokens(),
            sum.running().plus(time),
            sum.tokenising());
  }

  /** Some texts took this long to be cut into windows. */
  synchronized void tokenised(Duration time) {
    sum =
        new ReaderStatistics(
            sum.runs(),
            sum.failedRuns(),
            sum.windows(),
            sum.tokens(),
            sum.paddingTokens(),
            sum.running(),
            sum.tokenising().plus(time));
  }

  synchronized ReaderStatistics statistics() {
    return sum;
  }
}
