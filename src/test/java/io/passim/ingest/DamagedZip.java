package io.passim.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file system with files that can be listed but not read, whoever asks. */
final class DamagedZip {
  private static final int HEADER_BYTES = 30;

  private DamagedZip() {}

  /**
   * Opens a new archive.
   *
   * @param unopenable a file that cannot be opened
   * @param unreadable a file that can be opened, and fails then
   * @return the two of them and {@code sound.txt}
   */
  static FileSystem open(Path archive, String unopenable, String unreadable) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : new String[] {unopenable, unreadable, "sound.txt"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("The words of " + name).getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(archive);
    bytes[headerOf(bytes, unopenable)] = 0;
    int content = headerOf(bytes, unreadable) + HEADER_BYTES + unreadable.length();
    Arrays.fill(bytes, content, content + 4, (byte) 0xFF);
    Files.write(archive, bytes);
    return FileSystems.newFileSystem(archive);
  }

  private static int headerOf(byte[] archive, String name) {
    int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf(name) - HEADER_BYTES;
    if (at < 0) {
      throw new IllegalArgumentException("no header of " + name);
    }
    return at;
  }
}
