package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Pieces of files whose numbers begin with their lowest byte. */
final class LittleEndian {
  private LittleEndian() {}

  /** The bytes from {@code position} on, as many of them as there are. */
  static ByteBuffer read(SeekableByteChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (position >= 0 && position < channel.size()) {
      channel.position(position);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    }
    return bytes.flip();
  }
}
