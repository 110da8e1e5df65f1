package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The size of the directory of a zip file, which {@link java.util.zip.ZipFile} holds in memory as a
 * whole: what the records at the end of the file claim (APPNOTE 4.3.14 to 4.3.16).
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;

  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;

  private static final int END_64_SIGNATURE = 0x06064b50;
  private static final int END_64_BYTES = 56;

  /** Says in a record that the one of ZIP64 has the number. */
  private static final long IN_ZIP64 = 0xffff_ffffL;

  private static final int MAX_COMMENT = 0xffff;

  /** Java looks a little further than it need. */
  private static final int MARGIN = 1 << 10;

  private ZipDirectory() {}

  /**
   * The most bytes that any record claims which could be taken for the last, 0 if there is none:
   * two readers need not agree on which it is.
   */
  static long claimedBytes(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long start = Math.max(0, channel.size() - MAX_COMMENT - END_BYTES - LOCATOR_BYTES - MARGIN);
      ByteBuffer tail = LittleEndian.read(channel, start, Math.toIntExact(channel.size() - start));
      long most = 0;
      for (int at = 0; at + END_BYTES <= tail.limit(); at++) {
        if (tail.getInt(at) == END_SIGNATURE) {
          most = Math.max(most, claimedBytes(channel, tail, at));
        }
      }
      return most;
    }
  }

  private static long claimedBytes(SeekableByteChannel channel, ByteBuffer tail, int end)
      throws IOException {
    long bytes = Integer.toUnsignedLong(tail.getInt(end + 12));
    int locator = end - LOCATOR_BYTES;
    if (bytes < IN_ZIP64 || locator < 0 || tail.getInt(locator) != LOCATOR_SIGNATURE) {
      return bytes;
    }
    ByteBuffer end64 = LittleEndian.read(channel, tail.getLong(locator + 8), END_64_BYTES);
    boolean there = end64.limit() == END_64_BYTES && end64.getInt(0) == END_64_SIGNATURE;
    return there && end64.getLong(40) >= 0 ? end64.getLong(40) : bytes;
  }
}
