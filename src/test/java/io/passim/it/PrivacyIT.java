package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.passim.it.SocketWatch.Socket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server talks to nobody who did not ask, and writes nowhere but where it was told to. */
class PrivacyIT {
  @TempDir Path directory;

  @Test
  void noSocketLeadsOutOfTheServerOrItsWorker() throws Exception {
    assumeTrue(SocketWatch.isPossible(), "sockets can be looked at on Linux only");
    Path samples = Samples.copyTo(directory.resolve("samples"));
    Path data = directory.resolve("data");
    try (SocketWatch watch = SocketWatch.start();
        PassimProcess server = PassimProcess.start(data, PassimProcess.samplesIn(samples))) {
      work(server);
      int port = server.address().getPort();
      Set<Socket> seen = watch.seen();
      assertTrue(seen.stream().anyMatch(socket -> isOwn(socket, port)), "the watch saw nothing");
      assertEquals(
          Set.of(),
          seen.stream().filter(socket -> !isOwn(socket, port)).collect(Collectors.toSet()));
    }
  }

  /** Only the library of the tokenizer unpacks its native code, below the home directory. */
  @Test
  void nothingIsWrittenOutsideTheDataDirectory() throws Exception {
    Path samples = Samples.copyTo(directory.resolve("samples"));
    Path home = Files.createDirectories(directory.resolve("home"));
    Path work = Files.createDirectories(directory.resolve("work"));
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    try (PassimProcess server =
        PassimProcess.start(
            directory.resolve("data"),
            work,
            Map.of("HOME", home.toString(), "TMPDIR", temporary.toString()),
            "-Duser.home=" + home,
            "-Djava.io.tmpdir=" + temporary,
            "-Dpassim.inference.models-directory=" + Path.of("models").toAbsolutePath(),
            PassimProcess.samplesIn(samples))) {
      work(server);
      assertTrue(
          files(directory.resolve("data/parsing")).stream()
              .anyMatch(file -> file.endsWith(".pdfbox.cache")),
          "a worker's home is its own directory, which goes with it");
      assertTrue(server.stop(), "the server stops when it is told to");
    }
    Path cache = home.resolve(".djl.ai").resolve("tokenizers");
    assertEquals(List.of(), files(home).stream().filter(file -> !file.startsWith(cache)).toList());
    assertEquals(List.of(), files(work));
    assertEquals(List.of(), files(temporary));
  }

  /** Has the server take documents in, answer and explain. */
  private static void work(PassimProcess server) throws IOException {
    PassimClient client = server.client();
    Samples.await(client);
    assertNotEquals(List.of(), server.workers(), "documents are parsed in a process of its own");
    String collection = client.createCollection("Ferry");
    client.ingest(collection, Upload.fixture("two-pages.pdf"));
    JsonNode answer = client.ask(collection, "How long does the crossing take?");
    assertEquals("answered", answer.get("status").asText(), answer::toString);
    client.ask(Samples.COLLECTION, Samples.QUESTION);
  }

  /** The sockets that the server was started for: somebody came to it. */
  private static boolean isOwn(Socket socket, int port) {
    return socket.isTcp() && socket.isLoopback() && socket.port() == port;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
