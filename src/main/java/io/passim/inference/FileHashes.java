package io.passim.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Hashes of files, computed again only where size or time of change say that a file is another. A
 * monitor: any thread may call, and one file is read at a time.
 */
final class FileHashes {
  private final Map<Path, Hashed> known = new HashMap<>();

  private record Hashed(long size, FileTime changed, String sha256) {}

  /**
   * The sha256 of a file, lower-case hexadecimal.
   *
   * @throws ModelLoadException if the file cannot be read
   */
  synchronized String sha256(Path file) {
    try {
      long size = Files.size(file);
      FileTime changed = Files.getLastModifiedTime(file);
      Hashed before = known.get(file);
      if (before != null && before.size == size && before.changed.equals(changed)) {
        return before.sha256;
      }
      String sha256 = ModelFolder.sha256(file);
      known.put(file, new Hashed(size, changed, sha256));
      return sha256;
    } catch (IOException e) {
      throw new ModelLoadException(file + " cannot be read", e);
    }
  }
}
