package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * The program of the worker process: parses one file after the other, as its standard input names
 * them, and writes the results to its standard output. It ends when its input does, in the middle
 * of a file if need be, so that it never outlives the server.
 */
final class ParseWorker {
  private ParseWorker() {}

  /**
   * Runs until the standard input ends.
   *
   * @param arguments the most characters that one file may unfold to; the most bytes of a file that
   *     is written; the most bytes of memory
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    DataOutputStream replies =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    // Libraries that print must not break the protocol.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    // Before the first byte of a file is read.
    boolean confined =
        WorkerConfinement.apply(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
    Tesseract tesseract = new Tesseract(() -> reportPage(replies));
    FileParser parser = new FileParser(Integer.parseInt(arguments[0]), tesseract);
    BlockingQueue<SourceFile> requests = new SynchronousQueue<>();
    Thread.ofPlatform().daemon().name("requests").start(() -> receive(requests));
    ParseProtocol.writeReady(replies, confined);
    while (true) {
      SourceFile file = requests.take();
      ParseResult result = parser.parse(file, done -> report(replies, done));
      ParseProtocol.writeResult(replies, result);
    }
  }

  private static void receive(BlockingQueue<SourceFile> requests) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
      while (true) {
        requests.put(ParseProtocol.readRequest(in));
      }
    } catch (IOException | InterruptedException serverIsGone) {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      deleteTemporary();
      Runtime.getRuntime().halt(0);
    }
  }

  /** Nobody else is left to do it. */
  private static void deleteTemporary() {
    try {
      TemporaryDirectory.delete(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException | UncheckedIOException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static void reportPage(DataOutputStream replies) {
    try {
      ParseProtocol.writePage(replies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void report(DataOutputStream replies, double done) {
    try {
      ParseProtocol.writeProgress(replies, done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
