package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The names in the directory of an OLE2 file, which is what old Office files and Outlook messages
 * are. It reads the first sectors of the directory and trusts nothing in them (MS-CFB 2.2, 2.6).
 */
final class Ole2Directory {
  private static final int HEADER = 512;
  private static final int ENTRY = 128;

  /** Sectors of the directory that are read; what says the type is among the first. */
  private static final int MAX_SECTORS = 64;

  private static final int FAT_SECTORS_IN_HEADER = 109;

  private static final Map<String, String> BY_NAME =
      Map.of(
          "WordDocument", MediaTypes.DOC,
          "Workbook", MediaTypes.XLS,
          "Book", MediaTypes.XLS,
          "PowerPoint Document", MediaTypes.PPT,
          "__properties_version1.0", MediaTypes.MSG);

  private Ole2Directory() {}

  /** The type of the first entry that tells one; a protected OOXML file has none. */
  static Optional<String> typeOf(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer header = LittleEndian.read(channel, 0, HEADER);
      if (header.limit() < HEADER) {
        return Optional.empty();
      }
      int size = header.getShort(30) == 12 ? 4096 : 512;
      int sector = header.getInt(48);
      for (int i = 0; i < MAX_SECTORS && sector >= 0; i++) {
        ByteBuffer entries = LittleEndian.read(channel, (sector + 1L) * size, size);
        for (int at = 0; at + ENTRY <= entries.limit(); at += ENTRY) {
          String type = BY_NAME.get(name(entries, at));
          if (type != null) {
            return Optional.of(type);
          }
        }
        sector = next(channel, header, sector, size);
      }
      return Optional.empty();
    }
  }

  private static String name(ByteBuffer entries, int at) {
    int length = Math.clamp(entries.getShort(at + 64) - 2, 0, 62);
    byte[] name = new byte[length];
    entries.get(at, name);
    return new String(name, StandardCharsets.UTF_16LE);
  }

  /** The sector after another in its chain, negative at its end. */
  private static int next(SeekableByteChannel channel, ByteBuffer header, int sector, int size)
      throws IOException {
    int perSector = size / Integer.BYTES;
    int table = sector / perSector;
    if (table >= FAT_SECTORS_IN_HEADER) {
      return -1;
    }
    long fat = header.getInt(76 + table * Integer.BYTES);
    ByteBuffer next =
        LittleEndian.read(channel, (fat + 1) * size + (sector % perSector) * 4L, Integer.BYTES);
    return fat < 0 || next.limit() < Integer.BYTES ? -1 : next.getInt(0);
  }
}
