package io.passim.ingest.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/**
 * Tells how far the reader of a file is by the bytes that it has read of those parts that take its
 * time.
 */
final class ReadBytes {
  private static final double STEP = 0.01;

  private final long total;
  private final DoubleConsumer progress;
  private long read;
  private double told;

  /**
   * @param total of all parts, as they are read; if it is not known, less than 1
   * @param progress told the part that is read, 0 to 1, in steps of a hundredth
   */
  ReadBytes(long total, DoubleConsumer progress) {
    this.total = total;
    this.progress = progress;
  }

  /** A part, whose bytes count. */
  InputStream of(InputStream part) {
    return new Counted(part);
  }

  private void count(int bytes) {
    if (bytes <= 0 || total <= 0) {
      return;
    }
    read += bytes;
    double done = Math.min(1, (double) read / total);
    if (done >= told + STEP) {
      told = done;
      progress.accept(done);
    }
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream part) {
      super(part);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int bytes = super.read(buffer, offset, length);
      count(bytes);
      return bytes;
    }
  }
}
