package io.passim.evaluate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses what is longer than a limit, once it is read so far. Used by one thread. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long read;

  /**
   * @param limit most bytes, at least 0
   */
  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    count(Math.max(0, got));
    return got;
  }

  private void count(int more) {
    read += more;
    if (read > limit) {
      throw new InvalidEvaluationException(
          "too_large", "A dataset has at most " + limit / (1 << 20) + " MB.");
    }
  }
}
