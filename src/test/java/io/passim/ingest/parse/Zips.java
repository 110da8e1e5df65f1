package io.passim.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zip files, also such as no packer makes. */
final class Zips {
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END_HEADER_BYTES = 22;
  private static final int NAME_OFFSET = 46;

  private Zips() {}

  /** Names and contents in order. */
  static byte[] of(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Texts by name, given one after the other. */
  static byte[] of(String... namesAndTexts) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      entries.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return of(entries);
  }

  /** The entries, and one more that begins, repeats a part very often, and ends. */
  static byte[] bomb(
      Map<String, byte[]> entries, String name, String begin, String part, int times, String end) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block =
        part.repeat(Math.max(1, (1 << 20) / part.length())).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(begin.getBytes(StandardCharsets.UTF_8));
      for (long left = (long) part.length() * times; left > 0; left -= block.length) {
        zip.write(block);
      }
      zip.write(end.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** {@code copies} of {@code innermost} in a zip, as many of that in another, and so on. */
  static byte[] nested(byte[] innermost, int depth, int copies) {
    byte[] content = innermost;
    for (int level = 0; level < depth; level++) {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (int copy = 0; copy < copies; copy++) {
        entries.put("level" + level + "-" + copy + ".zip", content);
      }
      content = of(entries);
    }
    return content;
  }

  /** The same packed bytes under many names: small on disk whatever it unfolds to. */
  static byte[] overlapping(byte[] content, int names) {
    byte[] single = of(Map.of("00000.txt", content));
    ByteBuffer zip = ByteBuffer.wrap(single).order(ByteOrder.LITTLE_ENDIAN);
    int end = single.length - END_HEADER_BYTES;
    int central = zip.getInt(end + 16);
    if (zip.getInt(central) != CENTRAL_HEADER) {
      throw new AssertionError("no directory at " + central);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(single, 0, central);
    for (int i = 0; i < names; i++) {
      byte[] header = new byte[end - central];
      System.arraycopy(single, central, header, 0, header.length);
      byte[] name = "%05d".formatted(i).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(name, 0, header, NAME_OFFSET, name.length);
      bytes.writeBytes(header);
    }
    ByteBuffer last =
        ByteBuffer.wrap(single, end, END_HEADER_BYTES).slice().order(ByteOrder.LITTLE_ENDIAN);
    last.putShort(8, (short) names).putShort(10, (short) names);
    last.putInt(12, bytes.size() - central);
    byte[] closing = new byte[END_HEADER_BYTES];
    last.get(0, closing);
    bytes.writeBytes(closing);
    return bytes.toByteArray();
  }
}
