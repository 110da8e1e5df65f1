package io.passim.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes a snapshot when the file {@code backup/request} appears in the data directory, as {@code
 * scripts/backup.sh} makes it. Whoever may write there is the operator; there is no other way in.
 * The snapshot is complete when {@code backup/snapshot} is there and the request is gone; {@code
 * backup/failed} says what went wrong. Who takes the request back gets none.
 */
@Singleton
class SnapshotRequests {
  private static final Logger LOG = Logger.getLogger(SnapshotRequests.class);

  private final DataSnapshots snapshots;
  private final Path directory;
  private final Path snapshot;
  private final Path request;
  private final Path failed;
  private final Path lock;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("passim-snapshots").factory());

  @Inject
  SnapshotRequests(DataSnapshots snapshots, DataConfig config) {
    this.snapshots = snapshots;
    directory = config.dataDirectory().toAbsolutePath().resolve("backup");
    snapshot = directory.resolve("snapshot");
    request = directory.resolve("request");
    failed = directory.resolve("failed");
    lock = directory.resolve("lock");
  }

  void onStart(@Observes StartupEvent event) throws IOException {
    // Made by the server, so that it may write there whoever asks.
    Files.createDirectories(directory);
    clear();
    var _ = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** What is left of a backup that was cut short holds what has been deleted since. */
  private void clear() {
    try {
      snapshots.remove(snapshot);
      Files.deleteIfExists(request);
      Files.deleteIfExists(failed);
      Files.deleteIfExists(lock);
    } catch (IOException e) {
      LOG.warnf("cannot remove what is left of a backup in %s: %s", directory, e);
    }
  }

  /** A snapshot that is being taken is taken to its end. */
  void onStop(@Observes ShutdownEvent event) {
    clock.close();
  }

  private void look() {
    if (!Files.exists(request)) {
      return;
    }
    try {
      answer();
    } catch (IOException | RuntimeException e) {
      LOG.error("cannot answer the request for a snapshot", e);
    }
  }

  /** Each request is answered once, whatever becomes of it. */
  private void answer() throws IOException {
    try {
      Files.deleteIfExists(failed);
      snapshots.take(snapshot);
      LOG.infof("A snapshot of the data was taken in %s", directory);
    } catch (IOException | RuntimeException e) {
      LOG.error("cannot take a snapshot of the data", e);
      Files.writeString(failed, e.toString());
    } finally {
      if (!Files.deleteIfExists(request)) {
        // Nobody waits for it any more, so nobody would remove it.
        snapshots.remove(snapshot);
      }
    }
  }
}
