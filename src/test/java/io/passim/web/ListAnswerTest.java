package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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
    assertFalse(answer.getBoolean("itemsContinue"));
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

  @Test
  void aListOfSeveralPassagesIsGivenWhole() {
    String collection = TestLibrary.collection();
    List<String> documents =
        Stream.of(
                "passport",
                "contract",
                "diploma",
                "visa",
                "licence",
                "letter",
                "invoice",
                "receipt",
                "certificate",
                "permit",
                "policy",
                "statement",
                "form",
                "card",
                "plan",
                "lease",
                "will",
                "deed",
                "payslip",
                "reference",
                "report",
                "register")
            .map(each -> "a signed copy of the " + each)
            .toList();
    String text = "You need the following documents:\n\n- " + String.join("\n- ", documents) + "\n";
    TestLibrary.ingest(collection, "papers.txt", text.getBytes(StandardCharsets.UTF_8));
    JsonPath answer = TestLibrary.answer(collection, "Which documents do I need?");
    assertEquals(documents, answer.getList("items.text"), answer.prettify());
    assertFalse(answer.getBoolean("itemsContinue"));
  }
}
