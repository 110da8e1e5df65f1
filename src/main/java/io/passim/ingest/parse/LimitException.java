package io.passim.ingest.parse;

import io.passim.document.Problem;

/** A file goes past a limit: it fails as a whole, whichever part of it went past. */
class LimitException extends RuntimeException {
  LimitException(String detail) {
    super(detail);
  }

  Problem problem() {
    return new Problem("too_large", String.valueOf(getMessage()));
  }
}
