package io.passim.ingest.parse;

import java.io.File;
import java.nio.file.Files;
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
      Set.of("LANG", "LC_ALL", "LC_CTYPE", "PATH", "SystemRoot", "SYSTEMROOT", "TESSDATA_PREFIX");

  /** The only entry of the class path of a packaged server. */
  private static final String PACKAGED = "quarkus-run.jar";

  /** What a worker needs besides its heap: classes, code, stacks, the tables of fonts. */
  private static final long NATIVE_BYTES = 1L << 30;

  private static final List<String> JAVA =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:MaxMetaspaceSize=192M",
          "-XX:MaxDirectMemorySize=64M",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:-CreateCoredumpOnCrash",
          // It would lie in the system's temporary directory.
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true");

  /** No file needs more; no entity, schema or style sheet is taken from elsewhere. */
  private static final List<String> XML =
      List.of(
          "-Djdk.xml.entityExpansionLimit=1000",
          "-Djdk.xml.totalEntitySizeLimit=100000",
          "-Djdk.xml.maxGeneralEntitySizeLimit=100000",
          "-Djdk.xml.maxParameterEntitySizeLimit=15000",
          "-Djdk.xml.entityReplacementLimit=100000",
          "-Djdk.xml.elementAttributeLimit=1000",
          "-Djdk.xml.maxElementDepth=500",
          "-Djdk.xml.maxXMLNameLimit=1000",
          "-Djdk.xml.enableExtensionFunctions=false",
          "-Djavax.xml.accessExternalDTD=",
          "-Djavax.xml.accessExternalSchema=",
          "-Djavax.xml.accessExternalStylesheet=");

  /** Where the kernel does not close the network: no name is known, and the one proxy is dead. */
  private static final List<String> NETWORK =
      List.of(
          "-Djdk.net.hosts.file=" + File.separator + "nonexistent",
          "-DsocksProxyHost=127.0.0.1",
          "-DsocksProxyPort=1",
          "-DsocksNonProxyHosts=",
          "-Dhttp.nonProxyHosts=",
          "-Dftp.nonProxyHosts=");

  private WorkerCommand() {}

  static ProcessBuilder of(ParseConfig config, Path temporary) {
    return of(
        config,
        temporary,
        ParseWorker.class,
        Integer.toString(config.maxCharacters()),
        // More than the watch over the directory allows, which can tell the reason.
        Long.toString(2 * config.workerDisk().asLongValue()),
        Long.toString(config.workerHeap().asLongValue() + NATIVE_BYTES));
  }

  static ProcessBuilder of(
      ParseConfig config, Path temporary, Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    // Questions come first.
    if (isOnPath("nice")) {
      command.addAll(List.of("nice", "-n", "19"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + config.workerHeap().asLongValue());
    command.addAll(JAVA);
    command.add("-XX:ErrorFile=" + temporary.resolve("crash.log"));
    command.add("-Djava.io.tmpdir=" + temporary);
    // PDFBox would write the fonts that it finds to a file in the home directory.
    command.add("-Duser.home=" + temporary);
    command.addAll(XML);
    command.addAll(NETWORK);
    command.add(program.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_ENVIRONMENT);
    // In the environment, because a command line is bounded and a class path is not.
    environment.put("CLASSPATH", classPath(System.getProperty("java.class.path")));
    // Tesseract would take every core.
    environment.put("OMP_THREAD_LIMIT", "1");
    environment.put("TMPDIR", temporary.toString());
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

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
