package io.passim.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application as a process of its own, on a loopback port that the system chose.
 *
 * <p>Closing it ends it and everything that it started, and removes its temporary files, so that a
 * test that fails leaves nothing but the log. Requests that failed by its fault are told of, for
 * machines that keep no logs.
 */
final class PassimProcess implements AutoCloseable {
  /** No samples, for servers that have other documents to take in. */
  static final String WITHOUT_SAMPLES = samplesIn(Path.of("target/no-samples"));

  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final Logger LOG = Logger.getLogger(PassimProcess.class);
  private static final Pattern FAULT =
      Pattern.compile("^.* A request failed:.*(\\R(\\s+at |Caused by: ).*)*", Pattern.MULTILINE);
  private static final Pattern LISTENING =
      Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Process process;
  private final Path log;
  private final Path temporary;
  private final URI address;

  private PassimProcess(Process process, Path log, Path temporary, URI address) {
    this.process = process;
    this.log = log;
    this.temporary = temporary;
    this.address = address;
  }

  /** The option that has samples taken from the folders of languages in {@code directory}. */
  static String samplesIn(Path directory) {
    return "-Dpassim.samples.directory=" + directory.toAbsolutePath();
  }

  /**
   * Starts a server in the project's directory, where its models and samples are, and waits until
   * it is ready.
   *
   * @param data its data directory; created if it is not there
   * @param options of the Java virtual machine
   */
  static PassimProcess start(Path data, String... options) throws IOException {
    return start(data, PROJECT, Map.of(), options);
  }

  /**
   * The same in another working directory.
   *
   * @param environment what to set besides the environment of the tests
   */
  static PassimProcess start(
      Path data, Path workingDirectory, Map<String, String> environment, String... options)
      throws IOException {
    Path logs = Files.createDirectories(PROJECT.resolve("target/passim-it"));
    Path log = Files.createTempFile(logs, "server", ".log");
    Path temporary = Files.createTempDirectory(logs, "server").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(command(temporary, options))
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("PASSIM_DATA_DIR", data.toAbsolutePath().toString());
    Process process = builder.start();
    try {
      URI address =
          await()
              .atMost(START)
              .pollInterval(Duration.ofMillis(50))
              .until(() -> listening(process, log), Objects::nonNull);
      PassimProcess started = new PassimProcess(process, log, temporary, address);
      await()
          .atMost(START)
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(() -> started.client().isReady());
      return started;
    } catch (ConditionTimeoutException | IllegalStateException e) {
      end(process, temporary);
      throw new AssertionError("the server did not start; it said:\n" + Files.readString(log), e);
    }
  }

  /** The address of its pages, without a slash at the end. */
  URI address() {
    return address;
  }

  PassimClient client() {
    return new PassimClient(address);
  }

  long pid() {
    return process.pid();
  }

  /** The processes that it has started and that run now. */
  List<ProcessHandle> workers() {
    return process.descendants().toList();
  }

  /** Lets it run for a while; false if it has ended by itself. */
  boolean runsFor(Duration duration) throws InterruptedException {
    return !process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** SIGKILL: the server learns nothing of its end. What it started is left to itself. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, as a service manager stops it; true if it ended in time and in order. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    end(process, temporary);
    try {
      Matcher fault = FAULT.matcher(Files.readString(log));
      while (fault.find()) {
        LOG.warn(fault.group());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "server " + pid() + " at " + address + ", log " + log;
  }

  /** The command that starts the packaged application; arguments may follow. */
  static List<String> command(Path temporary, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(property("passim.jvm.flags").split(" ")));
    command.add("-Dquarkus.http.port=0");
    // ONNX Runtime unpacks its native code there, and cannot take it away when it is killed.
    command.add("-Djava.io.tmpdir=" + temporary);
    Collections.addAll(command, options);
    command.add("-jar");
    command.add(property("passim.application"));
    return command;
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), () -> name + " is not set: run the test by failsafe");
  }

  private static @Nullable URI listening(Process process, Path log) throws IOException {
    Matcher line = LISTENING.matcher(Files.readString(log, StandardCharsets.UTF_8));
    if (line.find()) {
      return URI.create(line.group(1));
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended with status " + process.exitValue());
    }
    return null;
  }

  private static void end(Process server, Path temporary) {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(server.toHandle()), server.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(STOP).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    // A worker of a killed server removes its own files, perhaps at this moment.
    await().atMost(STOP).ignoreExceptions().until(() -> isDeleted(temporary));
  }

  private static boolean isDeleted(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
    return true;
  }
}
