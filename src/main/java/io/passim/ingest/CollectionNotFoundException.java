package io.passim.ingest;

import io.passim.document.Problem;

/** There is no collection of that id. */
public final class CollectionNotFoundException extends RuntimeException {
  private final transient Problem problem;

  CollectionNotFoundException(String collectionId) {
    super("no collection " + collectionId);
    problem = new Problem("collection_not_found", "There is no collection " + collectionId + ".");
  }

  public Problem problem() {
    return problem;
  }
}
