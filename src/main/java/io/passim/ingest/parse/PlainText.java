package io.passim.ingest.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes → characters, where nothing declares the encoding. */
final class PlainText {
  private PlainText() {}

  /** A reader in the encoding that the bytes suggest; what cannot be decoded becomes U+FFFD. */
  static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), TextEncoding.of(file)));
  }

  static String readAll(Path file, int maxCharacters) throws IOException {
    try (Reader reader = open(file)) {
      return readAll(reader, maxCharacters);
    }
  }

  static String readAll(Reader reader, int maxCharacters) throws IOException {
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
