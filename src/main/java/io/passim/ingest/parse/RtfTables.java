package io.passim.ingest.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes lines of the rows of an RTF document's tables, of which Tika makes a paragraph for each
 * cell: the end of a cell becomes {@code |}, the end of a row the end of a paragraph.
 */
final class RtfTables extends FilterInputStream {
  private static final int MAX_WORD = 32;

  private final PushbackInputStream source;
  private byte[] pending = new byte[0];
  private int next;

  RtfTables(InputStream source) {
    super(new PushbackInputStream(source, 1));
    this.source = (PushbackInputStream) in;
  }

  @Override
  public int read() throws IOException {
    if (next < pending.length) {
      return pending[next++] & 0xFF;
    }
    int c = source.read();
    if (c != '\\') {
      return c;
    }
    pending = replaced(word()).getBytes(StandardCharsets.ISO_8859_1);
    next = 0;
    return '\\';
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = 0;
    while (read < length) {
      int c = read();
      if (c < 0) {
        break;
      }
      buffer[offset + read++] = (byte) c;
    }
    return read == 0 && length > 0 ? -1 : read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** A control word without its backslash; a control symbol is one character. */
  private String word() throws IOException {
    StringBuilder word = new StringBuilder();
    for (int c = source.read(); c >= 0; c = source.read()) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter && word.length() < MAX_WORD) {
        word.append((char) c);
      } else if (word.isEmpty()) {
        return String.valueOf((char) c);
      } else {
        source.unread(c);
        break;
      }
    }
    return word.toString();
  }

  /** What stands after the backslash instead. */
  private static String replaced(String word) {
    return switch (word) {
      // A space that does not break, since the one after a control word belongs to it.
      case "cell", "nestcell" -> "~|\\~";
      case "row", "nestrow" -> "par";
      default -> word;
    };
  }
}
