package io.passim.ingest;

import io.passim.document.Problem;

/**
 * What is asked for cannot be done to the document as it stands: {@code metadata_invalid}, {@code
 * replaces_invalid}, {@code document_not_ready}, {@code document_in_progress}, {@code
 * document_final}, {@code document_superseded}, {@code document_duplicate} or {@code
 * original_not_kept}, as the problem says.
 */
public final class DocumentRefusedException extends RuntimeException {
  private final transient Problem problem;

  DocumentRefusedException(String code, String detail) {
    super(detail);
    problem = new Problem(code, detail);
  }

  public Problem problem() {
    return problem;
  }
}
