package io.passim.conversation;

import io.passim.document.Problem;

/** A question that cannot be asked; {@link #problem()} says why, in words for the person. */
public class InvalidQuestionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public InvalidQuestionException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
