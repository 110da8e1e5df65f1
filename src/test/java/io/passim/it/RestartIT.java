package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server knew it still knows after its end, however it ended. */
class RestartIT {
  private static final String QUESTION = "How long does the crossing take?";

  @TempDir Path data;

  @Test
  void answersOutliveAnOrderlyStop() throws Exception {
    PassimProcess server = start();
    try {
      Asked asked = Asked.of(server.client());
      assertTrue(server.stop(), server::toString);
      server.close();
      server = start();
      asked.assertKnownTo(server.client());
    } finally {
      server.close();
    }
  }

  @Test
  void answersOutliveAKill() throws Exception {
    PassimProcess server = start();
    try {
      Asked asked = Asked.of(server.client());
      server.kill();
      server.close();
      server = start();
      asked.assertKnownTo(server.client());
    } finally {
      server.close();
    }
  }

  @Test
  void theSameQuestionsHaveTheSameAnswersToTheByte() throws Exception {
    String samples = PassimProcess.samplesIn(Samples.copyTo(data.resolve("samples")));
    Path records = data.resolve("data");
    List<String> before;
    try (PassimProcess server = PassimProcess.start(records, samples)) {
      Samples.await(server.client());
      server.client().awaitVectors();
      before = answers(server.client());
      assertEquals(before, answers(server.client()));
      assertTrue(server.stop(), server::toString);
    }
    try (PassimProcess server = PassimProcess.start(records, samples)) {
      Samples.await(server.client());
      server.client().awaitVectors();
      assertEquals(before, answers(server.client()));
    }
  }

  private static List<String> answers(PassimClient client) throws IOException {
    List<String> answers = new ArrayList<>();
    for (String question :
        List.of(
            Samples.QUESTION,
            "What must be locked away at home?",
            "Combien de jours de télétravail ai-je ?",
            "Who founded the opera house?")) {
      answers.add(Asked.comparable(client.ask(Samples.COLLECTION, question)).toString());
    }
    return answers;
  }

  private PassimProcess start() throws IOException {
    return PassimProcess.start(data, PassimProcess.WITHOUT_SAMPLES);
  }

  /**
   * A conversation in a collection from which a document was deleted.
   *
   * @param answer to {@link #QUESTION}
   * @param conversation as the server gave it before its end
   */
  private record Asked(String collection, String deleted, JsonNode answer, JsonNode conversation) {
    static Asked of(PassimClient client) throws IOException {
      String collection = client.createCollection("Island");
      client.ingest(collection, Upload.fixture("two-pages.pdf"));
      String deleted =
          client
              .ingest(collection, Upload.text("fox.txt", "The zabulon fox sleeps in the crypt."))
              .get("id")
              .asText();
      assertEquals(1, client.search(collection, "zabulon").size());
      client.delete(deleted);
      JsonNode answer = client.ask(collection, QUESTION);
      assertEquals("answered", answer.get("status").asText(), answer::toString);
      JsonNode conversation = client.conversation(answer.get("conversationId").asText());
      return new Asked(collection, deleted, answer, conversation);
    }

    void assertKnownTo(PassimClient client) throws IOException {
      assertEquals(conversation, client.conversation(answer.get("conversationId").asText()));
      JsonNode citation = answer.get("citation");
      String text = client.text(citation.get("documentId").asText());
      assertEquals(
          answer.get("text").asText(),
          text.substring(citation.get("start").asInt(), citation.get("end").asInt()));
      assertEquals(
          comparable(answer).toString(), comparable(client.ask(collection, QUESTION)).toString());
      assertEquals(410, client.status("/api/v1/documents/" + deleted));
      assertEquals(410, client.status("/api/v1/documents/" + deleted + "/text"));
      assertEquals(0, client.search(collection, "zabulon").size());
    }

    /** The answer without what differs each time: its ids and the time it took. */
    private static ObjectNode comparable(JsonNode answer) {
      return ((ObjectNode) answer.deepCopy()).without(List.of("id", "conversationId", "timings"));
    }
  }
}
