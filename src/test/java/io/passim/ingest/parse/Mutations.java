package io.passim.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damage to files, as bad disks and people with bad intentions do it. */
final class Mutations {
  private static final byte[][] WORDS = {
    {0, 0, 0, 0},
    {-1, -1, -1, -1},
    {-1, -1, -1, 127},
    "99999999999".getBytes(StandardCharsets.US_ASCII),
    "-1".getBytes(StandardCharsets.US_ASCII)
  };

  private Mutations() {}

  /** A few changes at random places: bits, bytes, numbers, and parts left out or said twice. */
  static byte[] of(byte[] original, Random random) {
    byte[] content = original;
    for (int changes = 1 + random.nextInt(6); changes > 0 && content.length > 0; changes--) {
      int at = random.nextInt(content.length);
      int end = Math.min(content.length, at + 1 + random.nextInt(64));
      content =
          switch (random.nextInt(5)) {
            case 0 ->
                replaced(content, at, new byte[] {(byte) (content[at] ^ (1 << random.nextInt(8)))});
            case 1 -> replaced(content, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> replaced(content, at, WORDS[random.nextInt(WORDS.length)]);
            case 3 -> joined(content, at, content, end);
            default -> joined(content, end, content, at);
          };
    }
    return content;
  }

  private static byte[] replaced(byte[] content, int at, byte[] with) {
    byte[] changed = content.clone();
    System.arraycopy(with, 0, changed, at, Math.min(with.length, content.length - at));
    return changed;
  }

  /** The first {@code end} bytes of one, then the other from {@code start}. */
  private static byte[] joined(byte[] one, int end, byte[] other, int start) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Arrays.copyOf(one, end));
    bytes.writeBytes(Arrays.copyOfRange(other, start, other.length));
    return bytes.toByteArray();
  }
}
