package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A worker process, seen from the server. One thread parses at a time; any thread may kill it,
 * which ends the parsing with an {@link IOException}.
 */
final class WorkerProcess {
  private static final Logger LOG = Logger.getLogger(WorkerProcess.class);

  /** The exit status of a Java process that ran out of memory. */
  private static final int OUT_OF_MEMORY = 3;

  private static final long EXIT_SECONDS = 5;

  private final ParseConfig config;
  private final Path temporary;
  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream replies;
  private int filesParsed;
  private boolean ready;
  private volatile long idleSince = System.nanoTime();

  /** When it was last looked at. */
  private volatile List<ProcessHandle> started = List.of();

  WorkerProcess(ParseConfig config) {
    this.config = config;
    try {
      Path directory = Files.createDirectories(config.temporaryDirectory().toAbsolutePath());
      temporary = Files.createTempDirectory(directory, "passim-parser");
      process = WorkerCommand.of(config, temporary).start();
    } catch (IOException e) {
      throw new ParserNotStartedException(e);
    }
    requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    replies = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    Thread.ofVirtual().name("passim-parser-log").start(this::log);
  }

  /**
   * Waits until the process takes requests. To be called before the first {@link #parse}.
   *
   * @return whether the kernel confines it
   */
  boolean awaitReady() throws IOException {
    boolean confined = ParseProtocol.readReady(replies);
    ready = true;
    return confined;
  }

  /** Whether it has begun to take requests. */
  boolean isReady() {
    return ready;
  }

  /**
   * Has it read a file.
   *
   * @param pageBegins runs when text recognition begins to read a page
   */
  ParseResult parse(SourceFile file, DoubleConsumer progress, Runnable pageBegins)
      throws IOException {
    ParseProtocol.writeRequest(requests, file);
    ParseResult result =
        ParseProtocol.readResult(replies, progress, pageBegins, config.maxCharacters());
    filesParsed++;
    idleSince = System.nanoTime();
    return result;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it has parsed a file before. */
  boolean isUsed() {
    return filesParsed > 0;
  }

  /** Whether it keeps more than {@code bytes} on disk, or very many files. */
  boolean keepsMoreThan(long bytes) {
    return TemporaryDirectory.isLargerThan(temporary, bytes);
  }

  /**
   * What it has used so far, and the processes that it has started and that still run: between two
   * files there are none, and they need not be looked for among all of the machine.
   */
  Duration processorTime(boolean withDescendants) {
    if (withDescendants) {
      List<ProcessHandle> running = process.descendants().toList();
      // One that has ended has no descendants any more, though they may run.
      started = process.isAlive() ? running : started;
    }
    Stream<ProcessHandle> others = withDescendants ? started.stream() : Stream.empty();
    return Stream.concat(Stream.of(process.toHandle()), others)
        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  long idleNanos() {
    return System.nanoTime() - idleSince;
  }

  long pid() {
    return process.pid();
  }

  /** Whether it ended because its heap was full. To be called after its end or {@link #kill}. */
  boolean ranOutOfMemory() {
    return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY;
  }

  /**
   * Tells the process, and what it has started, to end at once; does not wait for it. If it has
   * ended by itself, that is what it had started when it was last looked at.
   */
  void end() {
    end(process.toHandle());
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends a process with all that it has started. */
  static void end(ProcessHandle root) {
    // Whose parent is gone is no descendant any more.
    List<ProcessHandle> started = root.descendants().toList();
    root.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends the process if it has not ended by itself, and removes what it left on disk. */
  synchronized void kill() {
    end();
    awaitExit();
    deleteTemporary();
  }

  /** Gives a process that is ending the time to say how. */
  void awaitExit() {
    try {
      process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void log() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        LOG.debugf("parser %d: %s", process.pid(), line);
      }
    } catch (IOException e) {
      LOG.debugf(e, "parser %d: its messages broke off", process.pid());
    }
  }

  private void deleteTemporary() {
    try {
      TemporaryDirectory.delete(temporary);
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf(e, "cannot remove the parser's files in %s", temporary);
    }
  }
}
