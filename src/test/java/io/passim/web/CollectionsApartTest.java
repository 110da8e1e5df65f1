package io.passim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

  private static final Set<String> OF_THE_MOMENT =
      Set.of("id", "conversationId", "provenance", "timings");

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
   * What a question and a follow-up are answered, with every figure; but for ids, times, and the
   * generation of the index.
   */
  private static List<Map<String, Object>> answers(String collection) {
    JsonPath first =
        ask(
            Map.of(
                "question",
                "How many days of paid leave do full-time staff receive?",
                "collectionIds",
                List.of(collection),
                "explain",
                true));
    JsonPath second =
        ask(
            Map.of(
                "question",
                "And for interns with a spaceship?",
                "collectionIds",
                List.of(collection),
                "conversationId",
                first.getString("conversationId"),
                "explain",
                true));
    return List.of(seen(first), seen(second));
  }

  private static JsonPath ask(Map<String, ?> body) {
    return TestLibrary.ask(body).then().statusCode(200).extract().jsonPath();
  }

  private static Map<String, Object> seen(JsonPath answer) {
    Map<String, Object> seen = new HashMap<>(answer.getMap(""));
    seen.keySet().removeAll(OF_THE_MOMENT);
    return seen;
  }

  private static void put(String collection, String filename, String text) {
    TestLibrary.ingest(collection, filename, text.getBytes(StandardCharsets.UTF_8));
  }
}
