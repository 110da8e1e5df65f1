package io.passim.evaluate;

import io.passim.answer.AnswerDetails.Provenance;
import io.passim.answer.AnswerMonitor;
import io.passim.evaluate.Evaluation.Encoding;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the evaluation that runs has come, and whether it is to end. Written by the running
 * thread; any thread may look and end it.
 */
final class EvaluationRun implements AnswerMonitor, DatasetPassages.Watch {
  /** With fewer passages or answers the time of one is not known. */
  private static final int TELLING = 3;

  private final String id;

  // Guarded by this.
  private @Nullable EvaluationStatus end;
  private @Nullable Provenance provenance;
  private long stageSince;
  private @Nullable Encoding encoding;
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

  /** People's questions come first. */
  @Override
  public boolean background() {
    return true;
  }

  @Override
  public void progress(Stage stage, int done, int total, @Nullable String standaloneQuestion) {}

  @Override
  public synchronized void encoding(int passages) {
    encoding = new Encoding(passages, 0);
    stageSince = System.nanoTime();
  }

  @Override
  public synchronized void encoded() {
    Encoding before = Objects.requireNonNull(encoding);
    encoding = new Encoding(before.passages(), before.encoded() + 1);
  }

  /** The questions follow. */
  synchronized void asking() {
    stageSince = System.nanoTime();
  }

  /** Another question has been asked. */
  synchronized void asked(Provenance madeWith) {
    asked++;
    provenance = provenance == null ? madeWith : provenance;
  }

  /** The evaluation as it stands now. */
  synchronized Evaluation in(Evaluation evaluation) {
    return evaluation.asked(encoding, asked, provenance, timeLeft(evaluation.questions()));
  }

  private @Nullable Duration timeLeft(int questions) {
    return encoding == null || encoding.isDone()
        ? timeLeft(asked, questions)
        : timeLeft(encoding.encoded(), encoding.passages());
  }

  private @Nullable Duration timeLeft(int done, int all) {
    if (done < TELLING) {
      return null;
    }
    long each = (System.nanoTime() - stageSince) / done;
    return Duration.ofNanos(each * (all - done));
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
