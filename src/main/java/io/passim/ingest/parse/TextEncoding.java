package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;
import org.jspecify.annotations.Nullable;

/** The encoding of text that does not declare one. */
final class TextEncoding {
  private static final int SAMPLE = 1 << 12;
  private static final int DELETE = 127;

  /**
   * The part of the characters that must be spaces, digits or other ASCII for text in two bytes to
   * show; running text of any alphabet has more.
   */
  private static final double MIN_ASCII = 0.04;

  private TextEncoding() {}

  /**
   * By its byte order mark or zero bytes; else UTF-8 if it is, since no other text passes for it;
   * else what the bytes are most like.
   */
  static Charset of(Path file) throws IOException {
    byte[] sample = sample(file);
    Charset marked = byMark(sample);
    Charset wide = marked == null ? byZeros(sample) : marked;
    if (wide != null) {
      return wide;
    }
    if (isUtf8(file)) {
      return StandardCharsets.UTF_8;
    }
    for (EncodingDetector detector :
        new EncodingDetector[] {new UniversalEncodingDetector(), new Icu4jEncodingDetector()}) {
      try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
        Charset charset = detector.detect(content, new Metadata());
        // Windows-1251 passes for Mac OS's Cyrillic, which hardly anybody has used since 2001.
        if (charset != null && !charset.name().startsWith("x-Mac")) {
          return charset;
        }
      }
    }
    return Charset.forName("windows-1252");
  }

  /**
   * Whether what has no magic is text: in two or four bytes a character, or in any encoding that
   * uses the bytes below 32 as ASCII does, which other data has among its first thousands.
   */
  static boolean looksLikeText(Path file) throws IOException {
    byte[] sample = sample(file);
    return byMark(sample) != null || byZeros(sample) != null || hasNoControls(sample);
  }

  private static boolean hasNoControls(byte[] sample) {
    for (byte b : sample) {
      if ((b >= 0 && b < ' ' && !Character.isWhitespace(b)) || b == DELETE) {
        return false;
      }
    }
    return sample.length > 0;
  }

  private static byte[] sample(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(SAMPLE);
    }
  }

  private static @Nullable Charset byMark(byte[] sample) {
    if (startsWith(sample, 0xFF, 0xFE, 0, 0) || startsWith(sample, 0, 0, 0xFE, 0xFF)) {
      return Charset.forName("UTF-32");
    }
    return startsWith(sample, 0xFF, 0xFE) || startsWith(sample, 0xFE, 0xFF)
        ? StandardCharsets.UTF_16
        : null;
  }

  private static @Nullable Charset byZeros(byte[] sample) {
    int[] zeros = new int[4];
    int units = sample.length / 4;
    for (int i = 0; i < units * 4; i++) {
      zeros[i % 4] += sample[i] == 0 ? 1 : 0;
    }
    if (units < 2) {
      return null;
    }
    if (zeros[3] == units && zeros[2] == units) {
      return plausible(sample, Charset.forName("UTF-32LE"));
    }
    if (zeros[0] == units && zeros[1] == units) {
      return plausible(sample, Charset.forName("UTF-32BE"));
    }
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    double enough = 2 * units * MIN_ASCII;
    if (odd >= enough && even == 0) {
      return plausible(sample, StandardCharsets.UTF_16LE);
    }
    return even >= enough && odd == 0 ? plausible(sample, StandardCharsets.UTF_16BE) : null;
  }

  /** The charset if its characters are those of text; data with zeros in it has controls. */
  private static @Nullable Charset plausible(byte[] sample, Charset charset) {
    String text = new String(sample, 0, sample.length & ~3, charset);
    // The sample may end within a surrogate pair.
    return text.codePoints().limit(Math.max(1, text.length() - 2)).allMatch(TextEncoding::isText)
        ? charset
        : null;
  }

  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> Character.isWhitespace(c);
      case Character.UNASSIGNED, Character.SURROGATE, Character.PRIVATE_USE -> false;
      default -> c != '\uFFFD';
    };
  }

  private static boolean startsWith(byte[] sample, int... mark) {
    byte[] bytes = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      bytes[i] = (byte) mark[i];
    }
    return sample.length >= bytes.length
        && Arrays.equals(bytes, Arrays.copyOf(sample, bytes.length));
  }

  private static boolean isUtf8(Path file) throws IOException {
    char[] buffer = new char[1 << 14];
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int read = 0;
      while (read >= 0) {
        read = reader.read(buffer);
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
