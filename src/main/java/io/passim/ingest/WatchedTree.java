package io.passim.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files below a directory at one moment. Links in it are not followed: they may lead anywhere.
 */
final class WatchedTree {
  /** Hidden files, and what editors, browsers and Office leave while they write. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("(?i)\\..*|~\\$.*|.*~|.*\\.(tmp|part|partial|crdownload|swp)|Thumbs\\.db");

  /** Longer paths cannot be remembered. */
  private static final int MAX_PATH = 2000;

  /** How a file looked: what changes when its content does. */
  record Look(long bytes, Instant modifiedAt) {}

  private WatchedTree() {}

  /**
   * Looks through a directory.
   *
   * @param root not a link
   * @return by the path within it, with {@code /} between the parts
   * @throws NotDirectoryException if it is none
   * @throws IOException if a part of it cannot be read: what is there is then not known
   */
  static Map<String, Look> read(Path root) throws IOException {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(root.toString());
    }
    Map<String, Look> files = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(root) && isLeftOut(directory)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = pathIn(root, file);
            if (attributes.isRegularFile() && !isLeftOut(file) && path.length() <= MAX_PATH) {
              files.put(
                  path,
                  new Look(
                      attributes.size(),
                      attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static boolean isLeftOut(Path path) {
    return LEFT_OUT.matcher(path.getFileName().toString()).matches();
  }

  private static String pathIn(Path root, Path file) {
    StringBuilder path = new StringBuilder();
    for (Path part : root.relativize(file)) {
      path.append(path.isEmpty() ? "" : "/").append(part);
    }
    return path.toString();
  }
}
