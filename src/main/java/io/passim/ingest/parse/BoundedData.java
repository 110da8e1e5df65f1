package io.passim.ingest.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strings and lengths of the {@link ParseProtocol}, none of which is believed beyond its bound. */
final class BoundedData {
  /** Of a name, a path, a sentence. */
  private static final int MAX_LINE_BYTES = 1 << 16;

  private BoundedData() {}

  /** Null is the empty string. */
  static void writeOptional(DataOutputStream out, @Nullable Object value) throws IOException {
    writeString(out, value == null ? "" : value.toString());
  }

  static @Nullable String readOptional(DataInputStream in) throws IOException {
    String string = readString(in);
    return string.isEmpty() ? null : string;
  }

  static void writeString(DataOutputStream out, String string) throws IOException {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** A name, a path, a sentence. */
  static String readString(DataInputStream in) throws IOException {
    return readString(in, MAX_LINE_BYTES);
  }

  /**
   * A string of any length that is allowed for it.
   *
   * @throws StreamCorruptedException if it is said to be longer
   */
  static String readString(DataInputStream in, int maxBytes) throws IOException {
    int length = atMost(maxBytes, in.readInt());
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("ended " + (length - bytes.length) + " bytes early");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A length that is believed. */
  static int atMost(int most, int length) throws StreamCorruptedException {
    if (length < 0 || length > most) {
      throw new StreamCorruptedException("a length of " + length);
    }
    return length;
  }
}
