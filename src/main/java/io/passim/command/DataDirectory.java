package io.passim.command;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is to be known of the data directory before anything starts. */
public final class DataDirectory {
  /** The key that says where it is. */
  public static final String KEY = "passim.data-directory";

  /** The embedded database locks it as long as it is open. */
  private static final String DATABASE = "records.mv.db";

  private DataDirectory() {}

  /**
   * Where it is, as an absolute path, whichever source of the configuration says so; a relative one
   * counts from the working directory.
   */
  public static Path configured() {
    return ConfigUtils.configBuilder().build().getValue(KEY, Path.class).toAbsolutePath();
  }

  /**
   * Whether a server works in it, before the database says so its own way; false also if there is
   * none there yet.
   */
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
