package io.passim.web.socket;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat over a real socket, with the real reader. */
@QuarkusTest
class ChatSocketTest {
  private static final String COLLECTION = "socket";

  @TestHTTPResource("/")
  URI server;

  @BeforeEach
  void fill() {
    if (given().get("/api/v1/collections/socket/documents").statusCode() == 200) {
      return;
    }
    given()
        .contentType("application/json")
        .body(Map.of("id", COLLECTION, "name", "Socket"))
        .post("/api/v1/collections");
    String text =
        "The lighthouse at Corran Point was built in 1861. The ferry leaves the pier at 9:40.";
    String id =
        given()
            .multiPart("file", "notes.txt", text.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/collections/socket/documents")
            .path("[0].id");
    Awaitility.await()
        .until(() -> "ready".equals(given().get("/api/v1/documents/" + id).path("status")));
  }

  @Test
  void aQuestionIsAnsweredWithItsStagesAndCounts() throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.send("{\"type\":\"hello\"}");
      JsonNode welcome = socket.next();
      assertEquals("welcome", welcome.get("type").asText());
      socket.send(ask("q1", "When was the lighthouse built?"));
      List<JsonNode> seen = socket.until("answer");
      assertEquals("1861", seen.getLast().at("/answer/text").asText());
      assertEquals(welcome.get("conversationId"), seen.getLast().at("/answer/conversationId"));
      List<JsonNode> reading =
          seen.stream().filter(m -> m.path("stage").asText().equals("reading")).toList();
      assertFalse(reading.isEmpty());
      assertEquals(reading.getLast().get("done"), reading.getLast().get("total"));
      long seq = welcome.get("seq").asLong();
      for (JsonNode message : seen) {
        assertEquals(++seq, message.get("seq").asLong());
        assertEquals("q1", message.get("id").asText());
      }
    }
  }

  @Test
  void whoComesBackIsToldWhatWasMissed() throws Exception {
    String conversation;
    long seen;
    try (TestSocket socket = new TestSocket(server)) {
      socket.send("{\"type\":\"hello\"}");
      JsonNode welcome = socket.next();
      conversation = welcome.get("conversationId").asText();
      seen = welcome.get("seq").asLong();
      socket.send(ask("q1", "When was the lighthouse built?"));
      socket.until("progress");
    }
    Awaitility.await()
        .until(() -> given().get("/api/v1/conversations/" + conversation).statusCode() == 200);
    try (TestSocket socket = new TestSocket(server)) {
      socket.send(
          "{\"type\":\"hello\",\"conversationId\":\"%s\",\"lastSeq\":%d}"
              .formatted(conversation, seen));
      JsonNode welcome = socket.next();
      assertEquals(conversation, welcome.get("conversationId").asText());
      assertEquals(0, welcome.get("turns").size());
      assertEquals("q1", socket.until("answer").getLast().get("id").asText());
      socket.send(ask("q1", "When was the lighthouse built?"));
      socket.send("{\"type\":\"feedback\",\"answerId\":\"a_0\",\"rating\":\"up\"}");
      assertEquals("answer_not_found", socket.next().get("code").asText());
      assertEquals(
          1, (int) given().get("/api/v1/conversations/" + conversation).path("turns.size()"));
    }
    try (TestSocket socket = new TestSocket(server)) {
      socket.send("{\"type\":\"hello\",\"conversationId\":\"%s\"}".formatted(conversation));
      assertEquals("1861", socket.next().at("/turns/0/answer/text").asText());
    }
  }

  @Test
  void aStoppedQuestionEnds() throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.send("{\"type\":\"hello\"}");
      String conversation = socket.next().get("conversationId").asText();
      socket.send(ask("q1", "When was the lighthouse built?"));
      socket.send("{\"type\":\"stop\",\"id\":\"q1\"}");
      JsonNode last;
      do {
        last = socket.next();
      } while (last.get("type").asText().equals("progress"));
      // The answer may have been faster than the stop; either way the question has ended once.
      boolean stopped = last.get("type").asText().equals("stopped");
      assertEquals(
          stopped ? 404 : 200, given().get("/api/v1/conversations/" + conversation).statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json|malformed_message",
        "[]|malformed_message",
        "null|malformed_message",
        "{}|unknown_message_type",
        "{\"type\":\"launch\"}|unknown_message_type",
        "{\"type\":\"ask\"}|malformed_message",
        "{\"type\":\"ask\",\"id\":{\"x\":1}}|malformed_message",
        "{\"type\":\"ask\",\"id\":\"q\"}|question_empty",
        "{\"type\":\"ask\",\"id\":\"q\",\"question\":\"x\",\"collectionIds\":[\"no\"]}|collection_not_found",
        "{\"type\":\"ask\",\"id\":\"q\",\"question\":\"x\",\"collectionIds\":[null]}|collection_not_found",
        "{\"type\":\"ask\",\"id\":\"q\",\"question\":\"x\",\"collectionIds\":[]}|collections_empty",
        "{\"type\":\"feedback\",\"answerId\":\"a\",\"rating\":\"sideways\"}|malformed_message"
      })
  void aBadMessageIsToldAndTheSocketLivesOn(String frame, String code) throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.send(frame);
      JsonNode error = socket.until("error").getLast();
      assertEquals(code, error.get("code").asText());
      assertFalse(error.get("detail").asText().isBlank());
      socket.send("{\"type\":\"hello\"}");
      assertEquals("welcome", socket.until("welcome").getLast().get("type").asText());
    }
  }

  @Test
  void binaryFramesAreRefused() throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.sendBinary(new byte[] {1, 2, 3});
      assertEquals("malformed_message", socket.next().get("code").asText());
    }
  }

  @Test
  void aFrameOverTheLimitEndsTheConnection() throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.send(ask("q1", "x".repeat(70_000)));
      assertNotEquals(-1, socket.closeCode());
    }
    try (TestSocket socket = new TestSocket(server)) {
      socket.send("{\"type\":\"hello\"}");
      assertEquals("welcome", socket.next().get("type").asText());
    }
  }

  @Test
  void aTooLongQuestionIsRefused() throws Exception {
    try (TestSocket socket = new TestSocket(server)) {
      socket.send(ask("q1", "why ".repeat(2500)));
      JsonNode error = socket.until("error").getLast();
      assertEquals("question_too_long", error.get("code").asText());
      assertEquals("q1", error.get("id").asText());
    }
  }

  @Test
  void otherPagesCannotOpenTheSocket() {
    int status =
        given()
            .header("Origin", "https://elsewhere.example")
            .header("Connection", "Upgrade")
            .header("Upgrade", "websocket")
            .header("Sec-WebSocket-Version", "13")
            .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
            .get("/api/v1/chat")
            .statusCode();
    assertTrue(status == 403, "status " + status);
  }

  private static String ask(String id, String question) {
    return "{\"type\":\"ask\",\"id\":\"%s\",\"question\":\"%s\",\"collectionIds\":[\"%s\"]}"
        .formatted(id, question, COLLECTION);
  }
}
