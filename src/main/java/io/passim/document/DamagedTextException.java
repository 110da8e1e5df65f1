package io.passim.document;

/**
 * What was kept of a document's text, or of where its words stand on the pages, is not as it was
 * written; reading the document again replaces it.
 */
public final class DamagedTextException extends RuntimeException {
  public DamagedTextException(String what, Exception cause) {
    super(what, cause);
  }
}
