package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses in this process, for the tests of formats. */
final class Parsing {
  private static final Path FIXTURES = Path.of("src/test/resources/files");
  private static final int MAX_CHARACTERS = 20_000_000;
  private static final FileParser PARSER = new FileParser(MAX_CHARACTERS);
  private static final FileParser WITHOUT_OCR =
      new FileParser(MAX_CHARACTERS, new Tesseract("no-such-program", Tesseract.PAGE, () -> {}));

  private Parsing() {}

  static Path fixture(String name) {
    return FIXTURES.resolve(name);
  }

  static ParseResult parse(Path file) throws IOException {
    return PARSER.parse(source(file), done -> {});
  }

  /** As on a server that has no Tesseract. */
  static ParseResult parseWithoutOcr(Path file) throws IOException {
    return WITHOUT_OCR.parse(source(file), done -> {});
  }

  /** As on a server that has this one. */
  static ParseResult parseWith(Tesseract tesseract, Path file) throws IOException {
    return new FileParser(MAX_CHARACTERS, tesseract).parse(source(file), done -> {});
  }

  /** The file as an upload of its name. */
  static SourceFile source(Path file) throws IOException {
    String name = file.getFileName().toString();
    return new SourceFile(file.toAbsolutePath(), name, MediaTypes.detect(file, name));
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
