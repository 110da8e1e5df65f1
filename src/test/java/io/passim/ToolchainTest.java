package io.passim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./mvnw} says what is missing before npm does. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ToolchainTest {
  @TempDir Path programs;

  @ParameterizedTest
  @CsvSource({
    "v18.20.8, 1",
    "v20.0.0, 1",
    "v20.18.3, 1",
    "v20.19.0, 0",
    "v21.7.3, 1",
    "v22.11.0, 1",
    "v22.12.0, 0",
    "v23.0.0, 0",
    "v24.1.0, 0",
    "'', 1"
  })
  void takesTheNodeThatViteTakes(String version, int status) throws Exception {
    program("node", version);
    program("npm", "10.0.0");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", "set -euf; . .mvn/toolchain.sh").redirectErrorStream(true);
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    shell.environment().merge("PATH", programs + ":", (path, first) -> first + path);
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(status, process.waitFor(), said);
    assertEquals(status != 0, said.contains("Passim needs Node.js 20.19"), said);
  }

  private void program(String name, String says) throws Exception {
    Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\necho " + says + "\n");
    assertTrue(program.toFile().setExecutable(true));
  }
}
