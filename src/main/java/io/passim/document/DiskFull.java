package io.passim.document;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a full disk from other failures, whichever store has met it. The database meets it once,
 * closes, and gives it as the cause of every failure after that.
 */
public final class DiskFull {
  /** What people are told. */
  public static final Problem PROBLEM =
      new Problem(
          "storage_full", "The server's disk is full; what was not acknowledged is not stored.");

  /** What operating systems call it; the JDK has no type for it. */
  private static final List<String> NAMES =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

  /** H2's own code. */
  private static final int NO_DISK_SPACE = 90100;

  private DiskFull() {}

  /** Whether it is among the causes of a failure, or of what failed while that was cleared up. */
  public static boolean isBehind(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> left = new ArrayDeque<>(List.of(failure));
    for (Throwable next = left.poll(); next != null; next = left.poll()) {
      if (isOne(next)) {
        return true;
      }
      if (seen.add(next)) {
        left.addAll(List.of(next.getSuppressed()));
        add(left, next.getCause());
      }
    }
    return false;
  }

  private static boolean isOne(Throwable failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return NAMES.stream().anyMatch(message::contains)
        || (failure instanceof SQLException sql && sql.getErrorCode() == NO_DISK_SPACE);
  }

  private static void add(Deque<Throwable> left, @Nullable Throwable cause) {
    if (cause != null) {
      left.add(cause);
    }
  }
}
