package io.passim.document;

/**
 * What was kept of where words stand on the pages of a document is not as it was written; reading
 * the document again replaces it.
 */
public final class DamagedWordsException extends RuntimeException {
  public DamagedWordsException(String what, Exception cause) {
    super(what, cause);
  }
}
