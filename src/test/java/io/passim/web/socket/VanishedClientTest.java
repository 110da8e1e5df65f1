package io.passim.web.socket;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.read.Reading;
import io.passim.read.ReadingMonitor;
import io.passim.retrieve.RetrievedPassage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question whose person has gone, or has stopped it, does not hold a place at the reader. */
@QuarkusTest
@TestProfile(VanishedClientTest.NoGrace.class)
class VanishedClientTest {
  /** A server to which nobody comes back. */
  public static final class NoGrace implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("passim.conversation.reconnect-grace", "0s");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(BusyReader.class);
    }
  }

  @TestHTTPResource("/")
  URI server;

  @Inject BusyReader reader;

  @BeforeEach
  void fill() {
    given()
        .contentType("application/json")
        .body(Map.of("id", "busy", "name", "Busy"))
        .post("/api/v1/collections");
    String id =
        given()
            .multiPart("file", "notes.txt", "The ferry leaves.".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/collections/busy/documents")
            .path("[0].id");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> "ready".equals(given().get("/api/v1/documents/" + id).path("status")));
  }

  @Test
  void aClosedSocketFreesTheReader() throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.send(ask());
      Awaitility.await().until(() -> reader.waiting() == 1);
    }
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> reader.waiting() == 0);
  }

  @Test
  void aStoppedQuestionFreesTheReader() throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.send(ask());
      Awaitility.await().until(() -> reader.waiting() == 1);
      socket.send("{\"type\":\"stop\",\"id\":\"q1\"}");
      assertEquals("q1", socket.until("stopped").getLast().get("id").asText());
      assertEquals(0, reader.waiting());
    }
  }

  @Test
  void aClosedConnectionFreesTheReader() throws Exception {
    byte[] body =
        "{\"question\":\"When does the ferry leave?\",\"collectionIds\":[\"busy\"]}"
            .getBytes(StandardCharsets.UTF_8);
    try (Socket connection = new Socket(server.getHost(), server.getPort())) {
      OutputStream request = connection.getOutputStream();
      request.write(head(body.length).getBytes(StandardCharsets.US_ASCII));
      request.write(body);
      request.flush();
      Awaitility.await().until(() -> reader.waiting() == 1);
    }
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> reader.waiting() == 0);
  }

  private String head(int length) {
    return """
    POST /api/v1/ask HTTP/1.1\r
    Host: %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    """
        .formatted(server.getAuthority(), length);
  }

  private static String ask() {
    return "{\"type\":\"ask\",\"id\":\"q1\",\"question\":\"When does the ferry leave?\",\"collectionIds\":[\"busy\"]}";
  }

  /** A reader whose queue never moves. */
  @Alternative
  @ApplicationScoped
  static class BusyReader implements PassageReader {
    private final AtomicInteger waiting = new AtomicInteger();

    int waiting() {
      return waiting.get();
    }

    @Override
    public ReaderIdentity identity() {
      throw new UnsupportedOperationException("nothing is ever read");
    }

    @Override
    public String fingerprint() {
      return "";
    }

    @Override
    public Reading read(
        StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor) {
      waiting.incrementAndGet();
      try {
        Awaitility.await().forever().until(monitor::cancelled);
      } finally {
        waiting.decrementAndGet();
      }
      throw new CancellationException();
    }

    @Override
    public List<QuestionTokenWeight> attribute(
        StandaloneQuestion question, CandidateSpan candidate, ReadingMonitor monitor) {
      throw new UnsupportedOperationException("nothing is ever read");
    }
  }
}
