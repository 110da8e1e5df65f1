package io.passim.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells whether a server works in a data directory, before the database says it its own way. */
final class DataDirectory {
  /** The embedded database locks it as long as it is open. */
  private static final String DATABASE = "records.mv.db";

  private DataDirectory() {}

  /** False also if there is no data directory there yet. */
  static boolean isInUse(Path directory) throws IOException {
    Path database = directory.resolve(DATABASE);
    if (!Files.isRegularFile(database)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }
}
