package io.passim.evaluate;

import io.passim.answer.AnswerDetails.Provenance;
import io.passim.answer.AnswerMonitor;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the evaluation that runs has come, and whether it is to end. Written by the running
 * thread; any thread may look and end it.
 */
final class EvaluationRun implements AnswerMonitor {
  /** With fewer answers the time of one is not known. */
  private static final int TELLING = 3;

  private final String id;

  // Guarded by this.
  private @Nullable EvaluationStatus end;
  private @Nullable Provenance provenance;
  private long askingSince;
  private int asked;

  EvaluationRun(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Ends the run with the question in hand; the first to say so decides how it counts. */
  synchronized void end(EvaluationStatus as) {
    if (end == null) {
      end = as;
    }
    notifyAll();
  }

  /** How the run counts if it is ended; {@code CANCELLED} if nobody has said otherwise. */
  synchronized EvaluationStatus end() {
    return end == null ? EvaluationStatus.CANCELLED : end;
  }

  @Override
  public synchronized boolean cancelled() {
    return end != null;
  }

  @Override
  public void progress(Stage stage, int done, int total, @Nullable String standaloneQuestion) {}

  /** The questions follow. */
  synchronized void asking() {
    askingSince = System.nanoTime();
  }

  /** Another question has been asked. */
  synchronized void asked(Provenance madeWith) {
    asked++;
    provenance = provenance == null ? madeWith : provenance;
  }

  /** The evaluation as it stands now. */
  synchronized Evaluation in(Evaluation evaluation) {
    return evaluation.asked(asked, provenance, timeLeft(evaluation.questions()));
  }

  private @Nullable Duration timeLeft(int questions) {
    if (asked < TELLING) {
      return null;
    }
    long each = (System.nanoTime() - askingSince) / asked;
    return Duration.ofNanos(each * (questions - asked));
  }

  /**
   * Waits before the next try.
   *
   * @throws CancellationException if the run is ended meanwhile
   */
  synchronized void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    try {
      for (long left = time.toNanos(); left > 0 && end == null; left = until - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    if (end != null) {
      throw new CancellationException("the evaluation is ended");
    }
  }
}
