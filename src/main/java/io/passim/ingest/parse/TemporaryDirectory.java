package io.passim.ingest.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The directory of a worker process, where parts of documents lie while they are parsed. */
final class TemporaryDirectory {
  private static final long MAX_FILES = 10_000;

  private TemporaryDirectory() {}

  /** Removes a directory and what is in it; one that is not there is no error. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Removes what is in a directory, as far as nobody else is doing so. */
  static void clear(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path entry : entries.toList()) {
        delete(entry);
      }
    }
  }

  /** Whether there are more than {@code bytes}, or more files than any format needs. */
  static boolean isLargerThan(Path directory, long bytes) {
    long[] total = new long[2];
    try (Stream<Path> files = Files.walk(directory)) {
      return files.anyMatch(file -> {
        total[0] += file.toFile().length();
        return total[0] > bytes || ++total[1] > MAX_FILES;
      });
    } catch (IOException | UncheckedIOException changing) {
      // Files come and go while it is measured; the next look finds what stays.
      return false;
    }
  }
}
