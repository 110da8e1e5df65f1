package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cases that administrators made of badly answered questions, measured like any dataset. */
@QuarkusTest
class ReviewDatasetTest {
  private static final Duration RUN = Duration.ofSeconds(60);
  private static final String ANSWER = "nineteen grey herons";
  private static final String TEXT =
      "In spring nineteen grey herons nest behind the Ambleworth boathouse.";

  private String collection = "";

  @BeforeEach
  void makeCollection() {
    collection = TestLibrary.collection();
  }

  @Test
  void aCaseWithItsContextIsAskedOfThatContext() {
    String asked = resolve("How many grey herons nest there?", Map.of("context", TEXT));
    Map<String, Object> result = resultOf(asked, evaluate(null));
    assertEquals(List.of(ANSWER), result.get("expected"));
    assertEquals(1, result.get("rank"), result.toString());
  }

  @Test
  void aCaseWithoutOneIsAskedOfTheDocuments() {
    String asked = resolve("How many grey herons nest behind the boathouse?", Map.of());
    TestLibrary.ingest(collection, "herons.txt", TEXT.getBytes(StandardCharsets.UTF_8));
    Map<String, Object> result = resultOf(asked, evaluate(collection));
    assertEquals(List.of(ANSWER), result.get("expected"));
    assertEquals(1, result.get("rank"), result.toString());
  }

  @Test
  void aCaseThatNoDocumentAnswersExpectsNoAnswer() {
    String asked = resolve("Who paints the boathouse?", Map.of("answers", List.of()));
    assertEquals(List.of(), resultOf(asked, evaluate(null)).get("expected"));
  }

  /** Asks what cannot be answered yet, and makes a case of it; the question as it was asked. */
  private String resolve(String question, Map<String, Object> change) {
    String asked = question.replace("?", " (" + collection + ")?");
    TestLibrary.answer(collection, asked);
    String id =
        given()
            .get("/api/v1/reviews?limit=100")
            .then()
            .extract()
            .path("items.find { it.question == '" + asked + "' }.id");
    Map<String, Object> decision =
        new HashMap<>(Map.of("kind", "case", "answers", List.of(ANSWER)));
    decision.putAll(change);
    given()
        .contentType("application/json")
        .body(decision)
        .post("/api/v1/reviews/" + id + "/resolution")
        .then()
        .statusCode(200)
        .body("status", equalTo("resolved"));
    return asked;
  }

  /** The questions of an evaluation of the dataset, byte for byte as it is exported. */
  private static List<Map<String, Object>> evaluate(@Nullable String collection) {
    byte[] exported = given().get("/api/v1/reviews/dataset").asByteArray();
    RequestSpecification request =
        given().multiPart("name", "Reviewed").multiPart("dataset", "reviewed.json", exported);
    if (collection != null) {
      request.multiPart("collectionIds", collection);
    }
    String id = request.post("/api/v1/evaluations").then().statusCode(202).extract().path("id");
    JsonPath ended =
        await()
            .atMost(RUN)
            .until(
                () -> given().get("/api/v1/evaluations/" + id).jsonPath(),
                run -> !List.of("queued", "running").contains(run.getString("status")));
    assertEquals("done", ended.getString("status"), ended.prettify());
    return given().get("/api/v1/evaluations/" + id + "/questions").jsonPath().getList("");
  }

  private static Map<String, Object> resultOf(String asked, List<Map<String, Object>> questions) {
    List<Map<String, Object>> found =
        questions.stream().filter(question -> asked.equals(question.get("question"))).toList();
    assertTrue(found.size() == 1, questions::toString);
    return found.getFirst();
  }
}
