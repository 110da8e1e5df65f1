package io.passim.inference;

import java.time.Duration;
import java.util.Locale;

/**
 * What a reader has done since it was loaded. Immutable.
 *
 * @param runs native runs that gave logits
 * @param failedRuns those that did not: of their windows and tokens nothing is counted, and windows
 *     that failed in company run again alone
 * @param windows windows read
 * @param tokens tokens of those windows, padding excluded
 * @param paddingTokens tokens that were computed only because windows of different lengths shared a
 *     run
 * @param running time spent in runs, failed ones too, the sum over all workers
 * @param tokenising time spent in cutting texts into windows, the sum over all workers
 */
public record ReaderStatistics(
    long runs,
    long failedRuns,
    long windows,
    long tokens,
    long paddingTokens,
    Duration running,
    Duration tokenising) {
  /** Nothing done. */
  public static final ReaderStatistics NONE =
      new ReaderStatistics(0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  public ReaderStatistics {
    if (runs < 0 || failedRuns < 0 || windows < runs || tokens < windows || paddingTokens < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d runs and %d failed ones of %d windows, %d tokens and %d of padding",
              runs,
              failedRuns,
              windows,
              tokens,
              paddingTokens));
    }
  }

  /** What was done since an earlier moment. */
  public ReaderStatistics since(ReaderStatistics earlier) {
    return new ReaderStatistics(
        runs - earlier.runs,
        failedRuns - earlier.failedRuns,
        windows - earlier.windows,
        tokens - earlier.tokens,
        paddingTokens - earlier.paddingTokens,
        running.minus(earlier.running),
        tokenising.minus(earlier.tokenising));
  }

  /** Share of the computed tokens that was padding, 0 to 1. */
  public double paddingShare() {
    return share(paddingTokens, tokens);
  }

  /** Share of the workers' busy time that went into tokenising, 0 to 1. */
  public double tokenisingShare() {
    return share(tokenising.toNanos(), running.toNanos());
  }

  private static double share(long part, long rest) {
    return part + rest == 0 ? 0 : (double) part / (part + rest);
  }
}
