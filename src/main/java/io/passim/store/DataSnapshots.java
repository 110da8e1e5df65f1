package io.passim.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes a consistent copy of all that Passim must not lose while it goes on working: a directory
 * that is a data directory itself, without the index, which the next start over it fills again.
 *
 * <p>Originals and texts are never changed, only replaced as whole files, so that they are linked
 * rather than copied. They are gathered before the records, so that what a delete takes away
 * meanwhile is there, and once more after them, so that what the records speak of is there.
 *
 * <p>One snapshot is taken at a time; any thread may call.
 */
@Singleton
public class DataSnapshots {
  private static final List<String> STORES = List.of("originals", "texts");
  private static final String STAGING = "originals/staging";
  private static final String RECORDS = "records.mv.db";
  private static final String PART = ".part";
  private static final int MB_BITS = 20;

  private final Path data;
  private final Jdbi jdbi;

  @Inject
  DataSnapshots(DataConfig config, Jdbi jdbi) {
    data = config.dataDirectory().toAbsolutePath();
    this.jdbi = jdbi;
  }

  /**
   * Takes a snapshot, or leaves nothing of it.
   *
   * @param target the directory to be made, on the same file system at best; what is there is
   *     replaced when the new one is complete
   * @throws IOException if it fails, among other things because there is not the room for it
   */
  public synchronized void take(Path target) throws IOException {
    Path part = part(target);
    DurableFiles.deleteTree(part);
    try {
      Files.createDirectories(part);
      checkRoom(part);
      linkFiles(part);
      copyRecords(part);
      linkFiles(part);
      DurableFiles.deleteTree(target);
      move(part, target);
    } finally {
      DurableFiles.deleteTree(part);
    }
  }

  /** Removes a snapshot, and what a crash has left of one. */
  synchronized void remove(Path target) throws IOException {
    DurableFiles.deleteTree(part(target));
    DurableFiles.deleteTree(target);
  }

  private static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + PART);
  }

  /**
   * The records are there twice for a while. People's documents must not meet a full disk for it.
   */
  private void checkRoom(Path part) throws IOException {
    Path records = data.resolve(RECORDS);
    long needed = Files.exists(records) ? 2 * Files.size(records) : 0;
    long usable = Files.getFileStore(part).getUsableSpace();
    if (usable < needed) {
      throw new IOException(
          "a snapshot needs "
              + (needed >> MB_BITS)
              + " MB of room in "
              + part.getParent()
              + ", and there are "
              + (usable >> MB_BITS));
    }
  }

  private void linkFiles(Path part) throws IOException {
    for (String store : STORES) {
      Path from = data.resolve(store);
      if (!Files.isDirectory(from)) {
        continue;
      }
      for (Path file : finishedFiles(from)) {
        link(file, part.resolve(data.relativize(file)));
      }
    }
  }

  /** Whatever comes or goes while it looks: {@link Files#walk} would stumble over that. */
  private List<Path> finishedFiles(Path store) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        store,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(data.resolve(STAGING))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.getFileName().toString().endsWith(PART)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return files;
  }

  private static void link(Path file, Path copy) throws IOException {
    try {
      Files.createDirectories(copy.getParent());
      try {
        Files.createLink(copy, file);
      } catch (FileAlreadyExistsException | NoSuchFileException e) {
        throw e;
      } catch (IOException | UnsupportedOperationException noLinksHere) {
        Files.copy(file, copy);
      }
    } catch (FileAlreadyExistsException | NoSuchFileException linkedBeforeOrDeletedMeanwhile) {
      return;
    }
  }

  /** H2 copies its pages as of one moment, whatever is written meanwhile. */
  private void copyRecords(Path part) throws IOException {
    Path packed = part.resolve("records.zip");
    jdbi.useHandle(handle -> handle.execute("BACKUP TO ?", packed.toString()));
    try (ZipFile zip = new ZipFile(packed.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, part.resolve(Path.of(entry.getName()).getFileName().toString()));
        }
      }
    }
    Files.delete(packed);
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target);
    }
  }
}
