package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;

/** Bytes → characters, where nothing declares the encoding. */
final class PlainText {
  private PlainText() {}

  /** A reader in the encoding that the bytes suggest; what cannot be decoded becomes U+FFFD. */
  static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), detectCharset(file)));
  }

  static String readAll(Path file, int maxCharacters) throws IOException {
    try (Reader reader = open(file)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[1 << 14];
      int read;
      while ((read = reader.read(buffer)) >= 0) {
        text.append(buffer, 0, read);
        if (text.length() > maxCharacters) {
          throw new TextBuilder.TooLongException(maxCharacters);
        }
      }
      return text.toString();
    }
  }

  /** UTF-8 if it is, since no other text passes for it; else what the bytes are most like. */
  private static Charset detectCharset(Path file) throws IOException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] mark = content.readNBytes(2);
      if (mark.length == 2 && (mark[0] & mark[1] & 0xFE) == 0xFE && mark[0] != mark[1]) {
        return StandardCharsets.UTF_16;
      }
    }
    if (isUtf8(file)) {
      return StandardCharsets.UTF_8;
    }
    for (EncodingDetector detector :
        new EncodingDetector[] {new UniversalEncodingDetector(), new Icu4jEncodingDetector()}) {
      try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
        Charset charset = detector.detect(content, new Metadata());
        if (charset != null) {
          return charset;
        }
      }
    }
    return Charset.forName("windows-1252");
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
