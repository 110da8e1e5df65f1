package io.passim.review;

import io.passim.document.Problem;

/** A decision that cannot be taken; {@link #problem()} says why, in words for the person. */
public final class ReviewRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ReviewRefusedException(String code, String detail) {
    super(detail);
    problem = new Problem(code, detail);
  }

  public Problem problem() {
    return problem;
  }
}
