package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose reader is not what its manifest says does not start, and says what is wrong. */
class RefusedReaderIT {
  private static final Path SHIPPED = Path.of("models").toAbsolutePath();
  private static final String READER = "reader-minilm-l12";
  private static final String ENCODER = "encoder-minilm-l6";

  @TempDir Path directory;
  private Path models;

  @BeforeEach
  void copy() throws IOException {
    models = Files.createDirectory(directory.resolve("models"));
    Files.createSymbolicLink(models.resolve(ENCODER), SHIPPED.resolve(ENCODER));
    Path reader = Files.createDirectory(models.resolve(READER));
    try (Stream<Path> files = Files.list(SHIPPED.resolve(READER))) {
      for (Path file : files.toList()) {
        Files.copy(file, reader.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void damagedGraph() throws Exception {
    Path graph = models.resolve(READER).resolve("model.onnx");
    byte[] bytes = Files.readAllBytes(graph);
    bytes[bytes.length / 2] ^= 1;
    Files.write(graph, bytes);
    assertRefused("model.onnx has the sha256 ", "but model.json says ");
  }

  @Test
  void missingTokenizer() throws Exception {
    Files.delete(models.resolve(READER).resolve("tokenizer.json"));
    assertRefused("model.json names tokenizer.json, which is not in ", "(it holds: ");
  }

  private void assertRefused(String... said) throws Exception {
    Path log = directory.resolve("server.log");
    List<String> command =
        PassimProcess.command(directory, "-Dpassim.inference.models-directory=" + models);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("PASSIM_DATA_DIR", directory.resolve("data").toString());
    Process server = builder.start();
    try {
      assertTrue(server.waitFor(2, TimeUnit.MINUTES), "it goes on");
    } finally {
      server.destroyForcibly();
    }
    String out = Files.readString(log);
    assertNotEquals(0, server.exitValue(), out);
    assertFalse(out.contains("Listening on"), out);
    for (String part : said) {
      assertTrue(out.contains(part), out);
    }
  }
}
