package io.passim.ingest.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Watches what the workers of this process take of memory and disk, a hundred times a second. */
final class WorkerFootprint {
  private static final long PAUSE_MILLIS = 10;
  private static final String WORKER = ParseWorker.class.getName();
  private static final String RESIDENT = "VmHWM:";

  private final Path directory;
  private final Thread watch;
  private volatile boolean ended;
  private volatile long mostDiskBytes;
  private volatile long mostMemoryBytes;

  /**
   * Begins to watch.
   *
   * @param directory that workers write to
   */
  WorkerFootprint(Path directory) {
    this.directory = directory;
    watch = Thread.ofPlatform().name("worker-footprint").start(this::watch);
  }

  /** The most bytes that all files of the directory had at once. */
  long mostDiskBytes() {
    return mostDiskBytes;
  }

  /** The most resident bytes that a worker had; 0 where the system does not tell. */
  long mostMemoryBytes() {
    return mostMemoryBytes;
  }

  /** Ends to watch. */
  void end() throws InterruptedException {
    ended = true;
    watch.join();
  }

  private void watch() {
    while (!ended) {
      mostDiskBytes = Math.max(mostDiskBytes, diskBytes());
      long memory =
          ProcessHandle.current().descendants().mapToLong(this::residentBytes).max().orElse(0);
      mostMemoryBytes = Math.max(mostMemoryBytes, memory);
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private long diskBytes() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.mapToLong(WorkerFootprint::size).sum();
    } catch (IOException | UncheckedIOException e) {
      // Files come and go meanwhile.
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The peak of a worker, kept by the system, so that none is missed between two looks. */
  private long residentBytes(ProcessHandle process) {
    Path about = Path.of("/proc", Long.toString(process.pid()));
    try {
      // A process that has only been begun still has the memory of this one.
      if (!Files.readString(about.resolve("cmdline")).contains(WORKER)) {
        return 0;
      }
      List<String> status = Files.readAllLines(about.resolve("status"));
      return status.stream()
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
