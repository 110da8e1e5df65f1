package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
  @Test
  void findsTheJarsOfAPackagedServer() {
    Path home = Path.of("target", "quarkus-app").toAbsolutePath();
    assertEquals(
        String.join(
            File.pathSeparator,
            home.resolve("app/*").toString(),
            home.resolve("lib/main/*").toString(),
            home.resolve("lib/boot/*").toString()),
        WorkerCommand.classPath("target/quarkus-app/quarkus-run.jar"));
  }

  @Test
  void makesEveryOtherEntryAbsolute() {
    assertEquals(
        Path.of("a.jar").toAbsolutePath() + File.pathSeparator + Path.of("b").toAbsolutePath(),
        WorkerCommand.classPath("a.jar" + File.pathSeparator + "b"));
  }
}
