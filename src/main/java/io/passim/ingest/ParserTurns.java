package io.passim.ingest;

import io.passim.document.DocumentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Which documents are being parsed, and when the next may be: a few at a time, and up to as many
 * again beside those that take long, so that nobody's letter waits behind a scan of three hundred
 * pages. Guarded by its user.
 */
final class ParserTurns {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final int parsers;
  private final Duration longParse;
  private final Map<DocumentId, Long> began = new HashMap<>();

  /**
   * @param parsers how many are parsed at a time, at least 1
   * @param longParse after which one that is parsed holds up no other
   */
  ParserTurns(int parsers, Duration longParse) {
    if (parsers < 1) {
      throw new IllegalArgumentException("passim.ingest.threads must be at least 1: " + parsers);
    }
    this.parsers = parsers;
    this.longParse = longParse;
  }

  /** How many are parsed at most. */
  int most() {
    return 2 * parsers;
  }

  void begin(DocumentId id) {
    began.put(id, System.nanoTime());
  }

  /** One that is not parsed is left alone. */
  void end(DocumentId id) {
    began.remove(id);
  }

  /**
   * How long to wait before another document may be parsed, as it stands: until one takes long, or
   * 0 until one ends. Empty if it may be now.
   */
  OptionalLong millisToNext() {
    if (began.size() == most()) {
      return OptionalLong.of(0);
    }
    long now = System.nanoTime();
    long[] left =
        began.values().stream()
            .mapToLong(since -> longParse.toNanos() - (now - since))
            .filter(nanos -> nanos > 0)
            .sorted()
            .toArray();
    return left.length < parsers
        ? OptionalLong.empty()
        : OptionalLong.of(Math.ceilDiv(left[0], NANOS_PER_MILLI));
  }
}
