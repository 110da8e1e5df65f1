package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is out of reach of a worker, whatever a file makes it run. */
class WorkerConfinementTest {
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  @TempDir Path directory;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, 1);
          exchange.getResponseBody().write('x');
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = {"amd64", "aarch64"})
  void noSocketCanBeOpened() throws Exception {
    assertEquals(
        Map.of(
            "confined", true,
            "url", false,
            "name", false,
            "socket", false,
            "channel", false,
            "datagram", false,
            "child", false,
            "memory", false),
        probe(true));
    assertEquals(0, requests.get());
  }

  /** The second fence, for kernels without seccomp: whatever goes through URLs and names. */
  @Test
  void settingsOfJavaCloseUrlsAndNames() throws Exception {
    Map<String, Boolean> reached = probe(false);
    assertEquals(false, reached.get("url"));
    assertEquals(false, reached.get("name"));
    assertEquals(false, reached.get("socket"));
    assertEquals(0, requests.get());
    // What they leave open, which shows too that the probe can reach what is not closed.
    assertEquals(true, reached.get("channel"));
  }

  private Map<String, Boolean> probe(boolean confined) throws Exception {
    Process probe =
        WorkerCommand.of(
                TestParseConfig.in(directory),
                directory,
                NetworkProbe.class,
                Integer.toString(server.getAddress().getPort()),
                InetAddress.getLocalHost().getHostName(),
                Boolean.toString(confined))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, Boolean> reached =
        probe
            .inputReader()
            .lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(line -> line[0], line -> Boolean.valueOf(line[1])));
    assertTrue(probe.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, probe.exitValue());
    return reached;
  }
}
