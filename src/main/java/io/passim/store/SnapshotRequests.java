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
 * backup/failed} says what went wrong.
 */
@Singleton
class SnapshotRequests {
  private static final Logger LOG = Logger.getLogger(SnapshotRequests.class);

  private final DataSnapshots snapshots;
  private final Path directory;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("passim-snapshots").factory());

  @Inject
  SnapshotRequests(DataSnapshots snapshots, DataConfig config) {
    this.snapshots = snapshots;
    directory = config.dataDirectory().toAbsolutePath().resolve("backup");
  }

  void onStart(@Observes StartupEvent event) throws IOException {
    // Made by the server, so that it may write there whoever asks.
    Files.createDirectories(directory);
    var _ = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** A snapshot that is being taken is taken to its end. */
  void onStop(@Observes ShutdownEvent event) {
    clock.close();
  }

  private void look() {
    Path request = directory.resolve("request");
    if (!Files.exists(request)) {
      return;
    }
    try {
      answer(request);
    } catch (IOException | RuntimeException e) {
      LOG.error("cannot answer the request for a snapshot; trying again", e);
    }
  }

  private void answer(Path request) throws IOException {
    Path failed = directory.resolve("failed");
    Files.deleteIfExists(failed);
    try {
      snapshots.take(directory.resolve("snapshot"));
      LOG.infof("A snapshot of the data was taken in %s", directory);
    } catch (IOException | RuntimeException e) {
      LOG.error("cannot take a snapshot of the data", e);
      Files.writeString(failed, e.toString());
    }
    Files.delete(request);
  }
}
