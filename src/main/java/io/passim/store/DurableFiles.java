package io.passim.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes that are on stable storage when they return. */
final class DurableFiles {
  private DurableFiles() {}

  /** Replaces a file: a reader, or a crash, meets the old content or the new one, whole. */
  static void replace(Path file, byte[] content) throws IOException {
    Path part = writePart(file, content);
    try {
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    syncDirectory(file.toAbsolutePath().getParent());
  }

  /** Writes what is to take the place of {@code file}, beside it. */
  static Path writePart(Path file, byte[] content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    createDirectories(directory);
    Path part = Files.createTempFile(directory, file.getFileName().toString(), ".part");
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      writeFully(channel, ByteBuffer.wrap(content));
      channel.force(true);
      return part;
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /**
   * Gives a part its place, for good once the directory has been {@linkplain #syncDirectory
   * synced}.
   */
  static void move(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the regular files among these, and says how many there were. */
  static int deleteAll(Stream<Path> files) throws IOException {
    int deleted = 0;
    for (Path file : files.filter(Files::isRegularFile).toList()) {
      Files.deleteIfExists(file);
      deleted++;
    }
    return deleted;
  }

  /** Removes a directory and what is in it; one that is not there is no error. */
  static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** Creates a directory whose own entry survives a crash. */
  static void createDirectories(@Nullable Path directory) throws IOException {
    if (directory == null || Files.isDirectory(directory)) {
      return;
    }
    createDirectories(directory.toAbsolutePath().getParent());
    Files.createDirectories(directory);
    syncDirectory(directory.toAbsolutePath().getParent());
  }

  /** Makes created, renamed and removed entries durable, where the system lets a directory sync. */
  static void syncDirectory(@Nullable Path directory) throws IOException {
    if (directory == null || System.getProperty("os.name", "").startsWith("Windows")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
