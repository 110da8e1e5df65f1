package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses in this process, for the tests of formats. */
final class Parsing {
  private static final Path FIXTURES = Path.of("src/test/resources/files");
  private static final FileParser PARSER = new FileParser(20_000_000);

  private Parsing() {}

  static Path fixture(String name) {
    return FIXTURES.resolve(name);
  }

  static ParseResult parse(Path file) throws IOException {
    String name = file.getFileName().toString();
    return PARSER.parse(new SourceFile(file, name, MediaTypes.detect(file, name)), done -> {});
  }

  static ParseResult.Parsed parsed(Path file) throws IOException {
    return assertInstanceOf(ParseResult.Parsed.class, parse(file));
  }

  /** The normalised text of a file with this name and content. */
  static String text(Path directory, String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, content, StandardCharsets.UTF_8);
    return parsed(file).text().text();
  }

  static String problemCode(Path file) throws IOException {
    return assertInstanceOf(ParseResult.Failed.class, parse(file)).problem().code();
  }
}
