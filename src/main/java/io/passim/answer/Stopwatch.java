package io.passim.answer;

import io.passim.answer.AnswerDetails.Timings;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the time of each stage. Not shared between threads. */
final class Stopwatch {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long started = System.nanoTime();
  private final Map<Lap, Long> spent = new EnumMap<>(Lap.class);
  private long lapStarted = started;

  private Stopwatch() {}

  /** What time is spent on, some of it too short to be told to people while it runs. */
  enum Lap {
    UNDERSTANDING,
    LOOKING_FOR_PINNED,
    RETRIEVING,
    READING,
    RANKING
  }

  static Stopwatch start() {
    return new Stopwatch();
  }

  /** Ends a stage: the time since the last lap was spent on it. */
  void lap(Lap lap) {
    long now = System.nanoTime();
    spent.merge(lap, now - lapStarted, Long::sum);
    lapStarted = now;
  }

  Timings timings() {
    return new Timings(
        millis(Lap.UNDERSTANDING),
        millis(Lap.LOOKING_FOR_PINNED),
        millis(Lap.RETRIEVING),
        millis(Lap.READING),
        millis(Lap.RANKING),
        (System.nanoTime() - started) / NANOS_PER_MILLI);
  }

  private double millis(Lap lap) {
    return spent.getOrDefault(lap, 0L) / NANOS_PER_MILLI;
  }
}
