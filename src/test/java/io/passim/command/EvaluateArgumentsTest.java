package io.passim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateArgumentsTest {
  @Test
  void allOfThem() throws UsageException {
    assertEquals(
        new EvaluateArguments(
            Path.of("x/dev.json"),
            List.of("a", "b"),
            "reader-minilm-l6",
            "March",
            Path.of("out.json"),
            Path.of("out.csv")),
        parse(
            "--collection a x/dev.json --collection b --name March --reader reader-minilm-l6 --json out.json --csv out.csv"));
  }

  @Test
  void theFileAlone() throws UsageException {
    assertEquals(
        new EvaluateArguments(Path.of("x/dev.json"), List.of(), null, "dev.json", null, null),
        parse("x/dev.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--name N",
        "a.json b.json",
        "a.json --collection",
        "a.json --reader",
        "a.json --out x",
        "--help"
      })
  void whatIsWrong(String arguments) {
    assertThrows(UsageException.class, () -> parse(arguments));
  }

  @Test
  void aDirectoryInUseIsTold(@TempDir Path data) throws Exception {
    assertFalse(DataDirectory.isInUse(data));
    Path database = Files.createFile(data.resolve("records.mv.db"));
    assertFalse(DataDirectory.isInUse(data));
    Process holder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                database.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals('!', holder.getInputStream().read());
      assertTrue(DataDirectory.isInUse(data));
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertFalse(DataDirectory.isInUse(data));
  }

  private static EvaluateArguments parse(String arguments) throws UsageException {
    return EvaluateArguments.parse(List.of(arguments.split(" ", -1)));
  }
}
