package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReaderStatisticsTest {
  private final ReaderCounters counters = new ReaderCounters();

  @Test
  void countsPaddingAndTime() {
    counters.tokenised(Duration.ofMillis(1));
    counters.ran(TestWindows.ofLengths(10, 6), Duration.ofMillis(3));
    ReaderStatistics done = counters.statistics();
    assertEquals(
        new ReaderStatistics(1, 0, 2, 16, 4, Duration.ofMillis(3), Duration.ofMillis(1)), done);
    assertEquals(0.2, done.paddingShare());
    assertEquals(0.25, done.tokenisingShare());
  }

  @Test
  void sharesOfNothingAreZero() {
    assertEquals(0, ReaderStatistics.NONE.paddingShare());
    assertEquals(0, ReaderStatistics.NONE.tokenisingShare());
  }

  @Test
  void sinceAnEarlierMoment() {
    counters.ran(TestWindows.ofLengths(10), Duration.ofMillis(3));
    ReaderStatistics before = counters.statistics();
    counters.ran(TestWindows.ofLengths(5, 5), Duration.ofMillis(2));
    counters.failed(Duration.ofMillis(4));
    assertEquals(
        new ReaderStatistics(1, 1, 2, 10, 0, Duration.ofMillis(6), Duration.ZERO),
        counters.statistics().since(before));
  }

  @Test
  void cannotBeNegative() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReaderStatistics(0, 0, 0, 0, -1, Duration.ZERO, Duration.ZERO));
  }
}
