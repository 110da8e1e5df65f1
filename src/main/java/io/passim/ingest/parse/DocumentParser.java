package io.passim.ingest.parse;

import java.util.function.DoubleConsumer;

/** Reads a file into normalised text. Any thread may call; it blocks until the file is read. */
public interface DocumentParser {
  /**
   * Reads one file, to its end or to a limit.
   *
   * @param progress told the part that is done, 0 to 1, from time to time on the caller's thread
   * @param cancellation stops the parse, which then fails with {@code cancelled}
   * @throws InterruptedException if the caller is to stop; the file is then neither read nor at
   *     fault
   */
  ParseResult parse(SourceFile file, DoubleConsumer progress, Cancellation cancellation)
      throws InterruptedException;

  /** The same for a parse that nobody cancels. */
  default ParseResult parse(SourceFile file, DoubleConsumer progress) throws InterruptedException {
    return parse(file, progress, new Cancellation());
  }
}
