package io.passim.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Originals as files named by their SHA-256, so that equal uploads share one file.
 *
 * <p>An original arrives in two steps: {@link #stage} writes it durably under a passing name,
 * {@link #commit} gives it its place in one atomic move. The caller sees to it that {@code commit}
 * and {@link #delete} of one content do not overlap. Otherwise any thread may call any method.
 * Failures of the disk are {@link UncheckedIOException}s.
 */
@Singleton
public class OriginalStore {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path root;
  private final Path staging;

  @Inject
  public OriginalStore(DataConfig config) {
    root = config.dataDirectory().resolve("originals");
    staging = root.resolve("staging");
  }

  /**
   * An upload that is on disk but has no place yet; closing it without a commit forgets it.
   *
   * @param complete false if it was cut at the limit; it cannot be committed then
   */
  public record Staged(Path file, String sha256, long bytes, boolean complete)
      implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Reads {@code content} to its end, or to one byte more than {@code limit}, without closing it.
   */
  public Staged stage(InputStream content, long limit) {
    Path file = null;
    try {
      DurableFiles.createDirectories(staging);
      file = Files.createTempFile(staging, "upload", ".part");
      MessageDigest digest = sha256();
      long bytes = 0;
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        byte[] buffer = new byte[BUFFER_BYTES];
        int read;
        while (bytes <= limit && (read = content.read(buffer)) >= 0) {
          digest.update(buffer, 0, read);
          DurableFiles.writeFully(channel, ByteBuffer.wrap(buffer, 0, read));
          bytes += read;
        }
        channel.force(true);
      }
      return new Staged(file, HexFormat.of().formatHex(digest.digest()), bytes, bytes <= limit);
    } catch (IOException e) {
      discard(file, e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      discard(file, e);
      throw e;
    }
  }

  /** Gives a staged upload its place; when it returns, the original survives a crash. */
  public void commit(Staged staged) {
    if (!staged.complete()) {
      throw new IllegalArgumentException("cut at the limit after " + staged.bytes() + " bytes");
    }
    try {
      Path target = pathOf(staged.sha256());
      DurableFiles.createDirectories(target.getParent());
      Files.move(staged.file(), target, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.syncDirectory(target.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of an original, to be read only. */
  public Optional<Path> find(String sha256) {
    return SHA256.matcher(sha256).matches()
        ? Optional.of(pathOf(sha256)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  /** Removes an original; one that is not there is no error. */
  public void delete(String sha256) {
    find(sha256)
        .ifPresent(file -> {
          try {
            Files.deleteIfExists(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Removes what uploads that were cut short have left. To be called before the first upload. */
  public void removeUnfinished() {
    if (!Files.isDirectory(staging)) {
      return;
    }
    try (Stream<Path> files = Files.list(staging)) {
      DurableFiles.deleteAll(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes all other originals, and the uploads that a crash cut short. To be called before the
   * first upload.
   *
   * @return the number of files that went
   */
  public int retain(Set<String> sha256s) {
    if (!Files.isDirectory(root)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(root, 2)) {
      return DurableFiles.deleteAll(
          files.filter(file -> !sha256s.contains(file.getFileName().toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path pathOf(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static void discard(@Nullable Path file, Throwable cause) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
