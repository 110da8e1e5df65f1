package io.passim.curate;

import io.passim.document.Problem;

/** What was sent cannot be pinned; {@link #problem()} says why, in words for the person. */
public final class CuratedRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  CuratedRefusedException(String code, String detail) {
    super(detail);
    problem = new Problem(code, detail);
  }

  public Problem problem() {
    return problem;
  }
}
