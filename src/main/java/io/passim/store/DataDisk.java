package io.passim.store;

import io.passim.document.DiskFull;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The disk of the data directory. The database meets a full one once, closes, and mostly gives it
 * as the cause of what fails after that; where a failure does not say, the disk is looked at.
 */
@Singleton
class DataDisk implements DiskFull {
  private static final Logger LOG = Logger.getLogger(DataDisk.class);

  /** What operating systems call it; the JDK has no type for it. */
  private static final List<String> NAMES =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

  /** H2's own code. */
  private static final int NO_DISK_SPACE = 90100;

  /** With less than this the database cannot begin to write. */
  private static final long NO_ROOM_BYTES = 1 << 20;

  private final Path directory;

  @Inject
  DataDisk(DataConfig config) {
    directory = config.dataDirectory();
  }

  @Override
  public boolean isBehind(Throwable failure) {
    return isAmongCauses(failure) || hasNoRoom();
  }

  /** The causes of a failure, and of what failed while that was cleared up. */
  private static boolean isAmongCauses(Throwable failure) {
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

  /** How much the server may still write there. */
  long usableBytes() throws IOException {
    return Files.getFileStore(directory).getUsableSpace();
  }

  private boolean hasNoRoom() {
    try {
      return usableBytes() < NO_ROOM_BYTES;
    } catch (IOException e) {
      LOG.warnf("Cannot tell how much room there is in %s: %s", directory, e);
      return false;
    }
  }
}
