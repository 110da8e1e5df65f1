package io.passim.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files below a directory at one moment. Links in it are not followed: they may lead anywhere.
 *
 * @param files by the path within it, with {@code /} between the parts
 * @param unreadable why, by the path of the file or folder: nothing is known of what is there
 */
record WatchedTree(Map<String, Look> files, Map<String, IOException> unreadable) {
  /** Hidden files, what editors, browsers and Office leave while they write, and systems' own. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?i)\\..*|~\\$.*|.*~|.*\\.(tmp|part|partial|crdownload|swp)|Thumbs\\.db"
              + "|lost\\+found|\\$RECYCLE\\.BIN|System Volume Information");

  /** Longer paths cannot be remembered. */
  private static final int MAX_PATH = 2000;

  /**
   * How a file looked: what changes when its content does.
   *
   * @param file where it is: its name may not be one that the system can decode, so that no path
   *     made of its characters leads there
   */
  record Look(Path file, long bytes, Instant modifiedAt) {}

  /**
   * Looks through a directory. What is left out for its name is not touched.
   *
   * @param root not a link
   * @throws NotDirectoryException if it is none
   * @throws IOException if it cannot be read itself
   */
  static WatchedTree read(Path root) throws IOException {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(root.toString());
    }
    WatchedTree tree = new WatchedTree(new TreeMap<>(), new TreeMap<>());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      tree.addAll("", entries);
    }
    return tree;
  }

  /** Whether a file is there, or may be: it cannot be told what an unreadable folder holds. */
  boolean mayHold(String path) {
    return files.containsKey(path)
        || unreadable.keySet().stream()
            .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  private void addAll(String prefix, DirectoryStream<Path> entries) throws IOException {
    try {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        String path = prefix + name;
        if (!LEFT_OUT.matcher(name).matches() && path.length() <= MAX_PATH) {
          add(path, entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void add(String path, Path entry) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(entry)) {
          addAll(path + "/", entries);
        }
      } else if (attributes.isRegularFile()) {
        add(
            path,
            new Look(
                entry,
                attributes.size(),
                attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS)));
      }
    } catch (NoSuchFileException goneMeanwhile) {
      return;
    } catch (IOException e) {
      unreadable.put(path, e);
    }
  }

  /**
   * Names that the system cannot decode may look alike: none of them can be told from the others.
   */
  private void add(String path, Look look) {
    if (unreadable.containsKey(path) || files.putIfAbsent(path, look) != null) {
      files.remove(path);
      unreadable.put(path, new IOException("several files look as if they had this name"));
    }
  }
}
