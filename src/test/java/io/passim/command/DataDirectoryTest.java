package io.passim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way of the README to say where the data is, asked of a process in a working directory. */
class DataDirectoryTest {
  @TempDir Path temporary;
  private Path directory;

  /** What the process does. */
  static final class Told {
    private Told() {}

    public static void main(String... arguments) {
      System.out.print(DataDirectory.configured());
    }
  }

  @BeforeEach
  void resolveLinks() throws IOException {
    directory = temporary.toRealPath();
  }

  @Test
  void withoutASettingItIsInTheWorkingDirectory() throws Exception {
    assertEquals(directory.resolve("data"), configured(Map.of()));
  }

  @Test
  void theEnvironmentMayNameIt() throws Exception {
    assertEquals(directory.resolve("mine"), configured(Map.of("PASSIM_DATA_DIR", "mine")));
    assertEquals(directory.resolve("mine"), configured(Map.of("PASSIM_DATA_DIRECTORY", "mine")));
    Path elsewhere = directory.resolveSibling("elsewhere");
    assertEquals(elsewhere, configured(Map.of("PASSIM_DATA_DIR", elsewhere.toString())));
  }

  @Test
  void aSystemPropertyMayNameIt() throws Exception {
    assertEquals(directory.resolve("mine"), configured(Map.of(), "-DPASSIM_DATA_DIR=mine"));
    assertEquals(directory.resolve("mine"), configured(Map.of(), "-Dpassim.data-directory=mine"));
  }

  @Test
  void aFileMayNameIt() throws Exception {
    Path file =
        Files.createDirectory(directory.resolve("config")).resolve("application.properties");
    Files.writeString(file, "PASSIM_DATA_DIR=mine");
    assertEquals(directory.resolve("mine"), configured(Map.of()));
    Files.writeString(file, "passim.data-directory=mine");
    assertEquals(directory.resolve("mine"), configured(Map.of()));
    assertEquals(directory.resolve("hers"), configured(Map.of(), "-Dpassim.data-directory=hers"));
  }

  private Path configured(Map<String, String> environment, String... flags) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(List.of(flags));
    builder.command().add(Told.class.getName());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().keySet().removeIf(key -> key.startsWith("PASSIM_DATA_DIR"));
    builder.environment().putAll(environment);
    Process process =
        builder
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return Path.of(told).normalize();
  }
}
