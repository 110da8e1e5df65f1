package io.passim.ingest;

import io.passim.document.Problem;

/**
 * A collection cannot be created or changed: {@code collection_invalid} or {@code
 * collection_exists}, as the problem says.
 */
public final class CollectionRefusedException extends RuntimeException {
  private final transient Problem problem;

  CollectionRefusedException(String code, String detail) {
    super(detail);
    problem = new Problem(code, detail);
  }

  public Problem problem() {
    return problem;
  }
}
