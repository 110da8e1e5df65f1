package io.passim.ingest;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that nobody can guess. */
final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 12;

  private Ids() {}

  static String next(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }
}
