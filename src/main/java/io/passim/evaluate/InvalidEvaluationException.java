package io.passim.evaluate;

import io.passim.document.Problem;

/**
 * What was asked for cannot be done: {@code name_invalid}, {@code dataset_invalid}, {@code
 * too_large}, {@code collection_not_found}, {@code reader_not_found}, {@code reader_unusable},
 * {@code evaluation_final} or {@code evaluation_not_done}.
 */
public final class InvalidEvaluationException extends RuntimeException {
  private final Problem problem;

  public InvalidEvaluationException(String code, String detail) {
    super(code + ": " + detail);
    problem = new Problem(code, detail);
  }

  public Problem problem() {
    return problem;
  }
}
