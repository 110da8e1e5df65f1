package io.passim.store;

import io.passim.document.DiskFull;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Room on the disk of the data directory for when there is no other left: what frees room has to
 * write too. Any thread may call any method.
 */
@Singleton
public class DiskReserve {
  private static final Logger LOG = Logger.getLogger(DiskReserve.class);

  /** Some times what a commit of the index and the database, opened anew, write for a deletion. */
  private static final int BYTES = 4 << 20;

  private static final int BLOCK_BYTES = 1 << 12;

  private final Path file;
  private final DiskFull diskFull;

  @Inject
  public DiskReserve(DataConfig config, DiskFull diskFull) {
    file = config.dataDirectory().resolve("reserve");
    this.diskFull = diskFull;
  }

  void onStart(@Observes StartupEvent event) {
    take();
  }

  /**
   * Does what frees room on the disk. Where that is full, it is done once more with the reserve,
   * which is taken again afterwards, as far as there is room.
   *
   * @param freeing may be done twice, whatever the first time has left
   */
  public <T> T with(Supplier<T> freeing) {
    try {
      return freeing.get();
    } catch (RuntimeException e) {
      if (!diskFull.isBehind(e) || !giveUp()) {
        throw e;
      }
      LOG.warn("The disk is full: its reserve is used to delete what is not wanted any more");
      try {
        return freeing.get();
      } finally {
        take();
      }
    }
  }

  private synchronized boolean giveUp() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warnf(e, "cannot give up %s", file);
      return false;
    }
  }

  /** A part of it is better than none. */
  synchronized void take() {
    try {
      DurableFiles.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        // Zeros would take no room where the file system compresses.
        byte[] block = new byte[BLOCK_BYTES];
        new Random(0).nextBytes(block);
        for (long taken = Files.size(file); taken < BYTES; taken += BLOCK_BYTES) {
          out.write(block);
        }
      }
    } catch (IOException e) {
      LOG.warnf("No room for all of the reserve for deletions on a full disk: %s", e);
    }
  }
}
