package io.passim.evaluate;

/** As many evaluations wait as may wait. */
public final class EvaluationQueueFullException extends RuntimeException {
  EvaluationQueueFullException(int waiting) {
    super(waiting + " evaluations wait; try again when one has ended");
  }
}
