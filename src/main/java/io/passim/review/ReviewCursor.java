package io.passim.review;

import io.passim.store.ReviewRecords.Position;
import io.passim.store.ReviewRecords.ReviewRow;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in the queue as an opaque string. */
final class ReviewCursor {
  private static final long MICROS = 1_000_000;

  private ReviewCursor() {}

  static String after(ReviewRow row) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, row.lastAskedAt());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((micros + ":" + row.questionKey()).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place a cursor stands for; null for the beginning.
   *
   * @throws ReviewRefusedException if it is none that was given out
   */
  static @Nullable Position position(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", 2);
      if (parts.length == 2 && parts[1].matches("[0-9a-f]{1,64}")) {
        long micros = Long.parseLong(parts[0]);
        return new Position(
            Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000),
            parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static ReviewRefusedException invalid() {
    return new ReviewRefusedException("cursor_invalid", "Such a cursor was not given out.");
  }
}
