package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question for several things is answered by the list of them, with the real reader. */
@QuarkusTest
class ListAnswerTest {
  @Test
  void theItemsStandInTheirOrderAtTheirWords() {
    String collection = TestLibrary.collection();
    String list =
        """
        You need the following documents:

        - your passport or identity
          card
        - the signed contract
        - a photo
        """;
    String document =
        TestLibrary.ingest(collection, "papers.txt", list.getBytes(StandardCharsets.UTF_8))
            .getString("id");
    JsonPath answer = TestLibrary.answer(collection, "Which documents do I need?");
    List<String> items = answer.getList("items.text");
    assertEquals(
        List.of("your passport or identity card", "the signed contract", "a photo"),
        items.stream().map(item -> item.replaceAll("\\s+", " ")).toList(),
        answer.prettify());
    String text =
        given().get("/api/v1/documents/" + document + "/text").jsonPath().getString("text");
    for (int i = 0; i < items.size(); i++) {
      String citation = "items[" + i + "].citation.";
      assertEquals(
          items.get(i),
          text.substring(answer.getInt(citation + "start"), answer.getInt(citation + "end")));
    }
  }
}
