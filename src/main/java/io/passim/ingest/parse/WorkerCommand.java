package io.passim.ingest.parse;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the worker process is started, from the class path of this one. */
final class WorkerCommand {
  /** What a worker may know of the server's environment: nothing secret, what the system needs. */
  private static final Set<String> KEPT_ENVIRONMENT =
      Set.of("LANG", "LC_ALL", "LC_CTYPE", "PATH", "SystemRoot", "SYSTEMROOT");

  /** The only entry of the class path of a packaged server. */
  private static final String PACKAGED = "quarkus-run.jar";

  private WorkerCommand() {}

  static ProcessBuilder of(ParseConfig config, Path temporary) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + config.workerHeap().asLongValue());
    command.add("-XX:+UseSerialGC");
    // A worker lives shortly: quick to start beats fast in the long run.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:+DisplayVMOutputToStderr");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:ErrorFile=" + temporary.resolve("crash.log"));
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    // PDFBox would write the fonts that it finds to a file in the home directory.
    command.add("-Duser.home=" + temporary);
    command.add(ParseWorker.class.getName());
    command.add(Integer.toString(config.maxCharacters()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_ENVIRONMENT);
    // In the environment, because a command line is bounded and a class path is not.
    environment.put("CLASSPATH", classPath(System.getProperty("java.class.path")));
    return builder.directory(temporary.toFile());
  }

  /** The class path of a worker, every entry absolute, since a worker runs in its own directory. */
  static String classPath(String ofServer) {
    Path entry = Path.of(ofServer.split(File.pathSeparator, 2)[0]).toAbsolutePath();
    Stream<Path> entries;
    if (entry.endsWith(PACKAGED)) {
      Path home = entry.resolveSibling("");
      entries = Stream.of("app/*", "lib/main/*", "lib/boot/*").map(home::resolve);
    } else {
      entries =
          Stream.of(ofServer.split(File.pathSeparator))
              .filter(part -> !part.isEmpty())
              .map(part -> Path.of(part).toAbsolutePath());
    }
    return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
