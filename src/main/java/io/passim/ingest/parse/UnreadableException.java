package io.passim.ingest.parse;

import io.passim.document.Problem;

/** A file that cannot be read for a reason that is known. */
final class UnreadableException extends Exception {
  private final transient Problem problem;

  UnreadableException(String code, String detail) {
    super(detail);
    problem = new Problem(code, detail);
  }

  Problem problem() {
    return problem;
  }
}
