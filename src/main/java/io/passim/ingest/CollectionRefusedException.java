package io.passim.ingest;

import io.passim.document.Problem;

/**
 * A collection cannot be created, changed or deleted: {@code collection_invalid}, {@code
 * collection_exists} or {@code collection_watched}, as the problem says.
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
