package io.passim.answer;

import io.passim.answer.AnswerDetails.Timings;
import io.passim.answer.AnswerMonitor.Stage;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the time of each stage. Not shared between threads. */
final class Stopwatch {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long started = System.nanoTime();
  private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);
  private long lapStarted = started;

  private Stopwatch() {}

  static Stopwatch start() {
    return new Stopwatch();
  }

  /** Ends a stage: the time since the last lap was spent on it. */
  void lap(Stage stage) {
    long now = System.nanoTime();
    spent.merge(stage, now - lapStarted, Long::sum);
    lapStarted = now;
  }

  Timings timings() {
    return new Timings(
        millis(Stage.UNDERSTANDING),
        millis(Stage.RETRIEVING),
        millis(Stage.READING),
        (System.nanoTime() - started) / NANOS_PER_MILLI);
  }

  private double millis(Stage stage) {
    return spent.getOrDefault(stage, 0L) / NANOS_PER_MILLI;
  }
}
