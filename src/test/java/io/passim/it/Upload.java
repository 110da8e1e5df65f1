package io.passim.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to upload. */
final class Upload {
  private static final Path FIXTURES = Path.of("src/test/resources/files");

  private final String name;
  private final byte[] content;

  Upload(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /** One of the parser's test files. */
  static Upload fixture(String name) throws IOException {
    return new Upload(name, Files.readAllBytes(fixturePath(name)));
  }

  static Path fixturePath(String name) {
    return FIXTURES.resolve(name);
  }

  static Upload of(String name, byte[] content) {
    return new Upload(name, content.clone());
  }

  static Upload text(String name, String content) {
    return new Upload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  String name() {
    return name;
  }

  byte[] content() {
    return content.clone();
  }
}
