package io.passim.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a watched file, whose failures can be told from those of where it is kept. */
final class WatchedContent extends FilterInputStream {
  /** The watched file cannot be read. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    Unreadable(IOException cause) {
      super(cause);
    }
  }

  WatchedContent(Path file) throws IOException {
    super(Files.newInputStream(file));
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }
}
