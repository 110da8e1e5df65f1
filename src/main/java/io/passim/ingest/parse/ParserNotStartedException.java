package io.passim.ingest.parse;

import java.io.IOException;
import java.io.UncheckedIOException;

/** No worker process could be started: no file is to blame, and the same may succeed later. */
public final class ParserNotStartedException extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  public ParserNotStartedException(IOException cause) {
    super("the parser's process does not start", cause);
  }
}
