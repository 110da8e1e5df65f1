package io.passim.evaluate;

/** Where an evaluation stands. The names stand in the store and must not change. */
public enum EvaluationStatus {
  /** It waits for those before it, also across a restart. */
  QUEUED,
  RUNNING,
  DONE,
  /** {@link Evaluation#problem()} says why. */
  FAILED,
  /** Somebody stopped it; what was measured until then is kept. */
  CANCELLED,
  /** The server stopped while it ran; what was measured until then is kept. */
  INTERRUPTED;

  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
