package io.passim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who asks in one collection sees nothing of another. */
@QuarkusTest
class CollectionsApartTest {
  private static final String FIRST =
      "Leave\n\nFull-time staff of the harbour office receive 25 days of paid leave per year.\n";
  private static final String SECOND =
      "House rules\n\nThe harbour office grants its full-time staff 22 days of paid leave.\n";

  @Test
  void anAnswerIsTheSameWhateverComesIntoAnotherCollection() {
    String own = TestLibrary.collection();
    String other = TestLibrary.collection();
    put(own, "leave.txt", FIRST);
    put(own, "rules.txt", SECOND);
    List<Map<String, Object>> before = answers(own);
    put(other, "leave-copy.txt", FIRST);
    put(other, "contrary.txt", FIRST.replace("25", "31"));
    put(other, "follow-up.txt", "Interns of the harbour office have a spaceship and no leave.");
    assertEquals(before, answers(own));
    assertFalse(answers(other).equals(before));
  }

  /**
   * What a question and a follow-up are answered, but for ids, figures, and the order of what is
   * about as likely: the statistics of words are those of the whole index.
   */
  private static List<Map<String, Object>> answers(String collection) {
    JsonPath first =
        ask(
            Map.of(
                "question",
                "How many days of paid leave do full-time staff receive?",
                "collectionIds",
                List.of(collection)));
    JsonPath second =
        ask(
            Map.of(
                "question",
                "And for interns with a spaceship?",
                "collectionIds",
                List.of(collection),
                "conversationId",
                first.getString("conversationId")));
    return List.of(seen(first), seen(second));
  }

  private static JsonPath ask(Map<String, ?> body) {
    return TestLibrary.ask(body).then().statusCode(200).extract().jsonPath();
  }

  private static Map<String, Object> seen(JsonPath answer) {
    return Map.of(
        "question", answer.getString("standaloneQuestion"),
        "status", answer.getString("status"),
        "text", String.valueOf(answer.getString("text")),
        "disagreement", answer.getBoolean("disagreement"),
        "alternatives", Set.copyOf(texts(answer, "alternatives.text")),
        "passages", texts(answer, "passages.text"),
        "places", texts(answer, "passages.documentId"),
        "corroboration", texts(answer, "corroboration.documentId"));
  }

  private static List<Object> texts(JsonPath answer, String path) {
    return new ArrayList<>(answer.getList(path));
  }

  private static void put(String collection, String filename, String text) {
    TestLibrary.ingest(collection, filename, text.getBytes(StandardCharsets.UTF_8));
  }
}
