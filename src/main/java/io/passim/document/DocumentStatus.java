package io.passim.document;

/** Where a document stands between upload and the first question that can find it. */
public enum DocumentStatus {
  /** The original is durably on disk; parsing has not begun. */
  QUEUED,
  PARSING,
  INDEXING,
  /** The next question can find the document. */
  READY,
  /** A newer version is in force: no question finds this one, its text and original still open. */
  SUPERSEDED,
  /** It will not become ready; {@link Document#problem()} says why. The original is kept. */
  FAILED;

  public boolean isFinal() {
    return this == READY || this == SUPERSEDED || this == FAILED;
  }
}
