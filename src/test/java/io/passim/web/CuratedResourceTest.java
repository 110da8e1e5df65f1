package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Curated answers over REST, with the real parser, index and encoder. */
@QuarkusTest
class CuratedResourceTest {
  private static final String TEXT =
      "The canteen of the harbour office opens at half past eleven. It closes at two.";
  private static final String WORDS = "half past eleven";

  private String collection = "";
  private String document = "";

  @BeforeEach
  void ingest() {
    collection = TestLibrary.collection();
    document =
        TestLibrary.ingest(collection, "canteen.txt", TEXT.getBytes(StandardCharsets.UTF_8))
            .getString("id");
  }

  @Test
  void aPinnedQuotationIsGivenWordForWord() {
    String id = pin(quoting("When is lunch?")).then().statusCode(201).extract().path("id");
    JsonPath answer = TestLibrary.answer(collection, "when is LUNCH");
    assertEquals("answered", answer.getString("status"), answer.prettify());
    assertEquals(WORDS, answer.getString("text"));
    assertEquals(0, answer.getDouble("confidence"));
    assertEquals(id, answer.getString("curated.id"));
    assertEquals("When is lunch?", answer.getString("curated.question"));
    assertEquals(1, answer.getDouble("curated.similarity"));
    assertEquals(document, answer.getString("citation.documentId"));
    String text =
        given().get("/api/v1/documents/" + document + "/text").jsonPath().getString("text");
    assertEquals(
        WORDS, text.substring(answer.getInt("citation.start"), answer.getInt("citation.end")));
    assertTrue(answer.getString("citation.sentence.text").contains(WORDS), answer.prettify());
    JsonPath stored =
        given().get("/api/v1/conversations/" + answer.getString("conversationId")).jsonPath();
    assertEquals(answer.getMap(""), stored.getMap("turns[0].answer"));
    String export =
        given()
            .get("/api/v1/conversations/" + answer.getString("conversationId") + "/export")
            .asString();
    assertTrue(export.contains("**half past eleven** (curated)"), export);
  }

  @Test
  void aParaphraseIsGivenItAndTheSameEachTime() {
    pin(saying("When does the canteen open in winter?", "At noon.")).then().statusCode(201);
    String asked = "What time does our canteen open in the winter?";
    JsonPath answer = TestLibrary.answer(collection, asked);
    assertEquals("At noon.", answer.getString("text"), answer.prettify());
    assertNull(answer.get("citation"));
    assertTrue(answer.getDouble("curated.similarity") < 1);
    assertEquals(
        answer.getDouble("curated.similarity"),
        TestLibrary.answer(collection, asked).getDouble("curated.similarity"));
  }

  @Test
  void anotherQuestionIsReadAsEver() {
    pin(saying("When does the canteen open in winter?", "At noon.")).then().statusCode(201);
    JsonPath answer = TestLibrary.answer(collection, "When does the canteen close in winter?");
    assertNull(answer.get("curated"), answer.prettify());
  }

  @Test
  void anotherCollectionIsNotGivenIt() {
    pin(quoting("When is lunch?")).then().statusCode(201);
    JsonPath answer = TestLibrary.answer(TestLibrary.collection(), "When is lunch?");
    assertEquals("not_found", answer.getString("status"), answer.prettify());
  }

  @Test
  void afterADeleteNeitherTheNextQuestionNorTheListHasTheWords() {
    String id = pin(quoting("When is lunch?")).then().extract().path("id");
    JsonPath answer = TestLibrary.answer(collection, "When is lunch?");
    given().delete("/api/v1/documents/" + document).then().statusCode(204);
    assertEquals("not_found", TestLibrary.answer(collection, "When is lunch?").getString("status"));
    given()
        .get("/api/v1/curated/" + id)
        .then()
        .body("stale", equalTo(true))
        .body("state", equalTo("deleted"))
        .body("text", nullValue());
    String stored =
        given().get("/api/v1/conversations/" + answer.getString("conversationId")).asString();
    assertTrue(!stored.contains(WORDS), stored);
  }

  @Test
  void aNewVersionMakesItStale() {
    String id = pin(quoting("When is lunch?")).then().extract().path("id");
    TestLibrary.ingest(
        collection, "canteen.txt", TEXT.replace("eleven", "ten").getBytes(StandardCharsets.UTF_8));
    assertNull(TestLibrary.answer(collection, "When is lunch?").get("curated"));
    given()
        .get("/api/v1/curated/" + id)
        .then()
        .body("stale", equalTo(true))
        .body("state", equalTo("superseded"))
        .body("citation.supersededBy", not(nullValue()));
    assertEquals("document_superseded", code(pin(quoting("And when is lunch?"))));
  }

  @Test
  void itIsListedChangedAndUnpinned() {
    String id = pin(saying("When is lunch?", "At noon.")).then().extract().path("id");
    given().get("/api/v1/curated").then().statusCode(200).body("id", hasItem(id));
    send("PUT", "/api/v1/curated/" + id, saying("When is lunch?", "At one."))
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("text", equalTo("At one."));
    assertEquals("At one.", TestLibrary.answer(collection, "When is lunch?").getString("text"));
    Map<String, Object> late = new HashMap<>(saying("When is lunch?", "At two."));
    late.put("revision", 1);
    assertEquals("curated_changed", code(send("PUT", "/api/v1/curated/" + id, late)));
    given().delete("/api/v1/curated/" + id).then().statusCode(204);
    assertNull(TestLibrary.answer(collection, "When is lunch?").get("curated"));
    assertEquals("curated_not_found", code(given().delete("/api/v1/curated/" + id)));
    assertEquals("curated_not_found", code(given().get("/api/v1/curated/" + id)));
    assertEquals(
        "curated_not_found", code(send("PUT", "/api/v1/curated/" + id, saying("Q?", "A"))));
  }

  @Test
  void whatCannotBePinnedIsAProblem() {
    problem(400, "question_empty", Map.of());
    problem(400, "curated_invalid", Map.of("question", "Q?"));
    problem(400, "question_too_long", saying("x".repeat(1001), "A"));
    problem(400, "answer_too_long", saying("Q?", "x".repeat(4001)));
    problem(404, "collection_not_found", Map.of("question", "Q?", "collectionIds", List.of("no")));
    problem(
        400,
        "too_many_paraphrases",
        Map.of("question", "Q?", "text", "A", "paraphrases", Collections.nCopies(21, "x")));
    problem(404, "document_not_found", Map.of("question", "Q?", "citation", place("d_no", 0, 3)));
    problem(400, "span_invalid", Map.of("question", "Q?", "citation", place(document, 0, 9999)));
    problem(400, "malformed_json", Map.of("question", List.of("Q?")));
    problem(400, "malformed_json", Map.of("question", "Q?", "citation", "d_1"));
    assertEquals("malformed_json", code(send("POST", "/api/v1/curated", "[]")));
    assertEquals("malformed_json", code(send("POST", "/api/v1/curated", "{\"question\":")));
    pin(saying("Twice?", "A")).then().statusCode(201);
    problem(409, "curated_exists", saying(" twice ", "B"));
  }

  @Test
  void markupIsData() {
    String markup = "<img src=x onerror=alert(1)> ${7*7}";
    pin(saying(markup, markup)).then().statusCode(201);
    assertEquals(markup, TestLibrary.answer(collection, markup).getString("text"));
  }

  @Test
  void badlyAnsweredQuestionsAreReviewed() {
    String asked = "How many herons nest behind " + collection + "?";
    JsonPath answer = TestLibrary.answer(collection, asked);
    assertTrue(
        Set.of("unsure", "not_found").contains(answer.getString("status")), answer.prettify());
    JsonPath queue = given().get("/api/v1/reviews?status=open&limit=100").jsonPath();
    String id =
        queue.getList("items", Map.class).stream()
            .filter(item -> asked.equals(item.get("question")))
            .map(item -> (String) item.get("id"))
            .collect(Collectors.joining());
    given()
        .get("/api/v1/reviews/" + id)
        .then()
        .body("status", equalTo("open"))
        .body("asked", equalTo(1))
        .body("collectionIds", equalTo(List.of(collection)))
        .body("answerId", equalTo(answer.getString("id")));
    String resolution = "/api/v1/reviews/" + id + "/resolution";
    assertEquals("unknown_resolution", code(send("POST", resolution, Map.of("kind", "no"))));
    assertEquals("note_empty", code(send("POST", resolution, Map.of("kind", "gap"))));
    send("POST", resolution, Map.of("kind", "case", "answers", List.of("Nine", "9")))
        .then()
        .statusCode(200)
        .body("status", equalTo("resolved"))
        .body("resolution.kind", equalTo("case"));
    JsonPath dataset = given().get("/api/v1/reviews/dataset").jsonPath();
    assertEquals("v2.0", dataset.getString("version"));
    String path = "data[0].paragraphs.find { it.qas[0].question == '" + asked + "' }";
    assertEquals("Nine\n9", dataset.getString(path + ".context"));
    assertEquals(5, dataset.getInt(path + ".qas[0].answers[1].answer_start"));
    assertEquals(false, dataset.getBoolean(path + ".qas[0].is_impossible"));
    send("POST", resolution, Map.of("kind", "curated", "curated", Map.of("text", "Nine.")))
        .then()
        .statusCode(200)
        .body("resolution.kind", equalTo("curated"));
    assertEquals("Nine.", TestLibrary.answer(collection, asked).getString("text"));
    given().get("/api/v1/reviews?status=resolved").then().body("items.id", hasItem(id));
    given().delete(resolution).then().statusCode(204);
    given()
        .delete("/api/v1/conversations/" + answer.getString("conversationId"))
        .then()
        .statusCode(204);
    assertEquals("review_not_found", code(given().get("/api/v1/reviews/" + id)));
  }

  @Test
  void theQueueRefusesWhatItDoesNotKnow() {
    assertEquals("status_invalid", code(given().get("/api/v1/reviews?status=all")));
    assertEquals("limit_invalid", code(given().get("/api/v1/reviews?limit=0")));
    assertEquals("limit_invalid", code(given().get("/api/v1/reviews?limit=x")));
    assertEquals("cursor_invalid", code(given().get("/api/v1/reviews?cursor=x")));
    assertEquals(
        "review_not_found",
        code(send("POST", "/api/v1/reviews/0/resolution", Map.of("kind", "dismissed"))));
    assertEquals("case_not_found", code(given().delete("/api/v1/reviews/dataset/q_0")));
  }

  /** Tests share the server, so what is pinned belongs to the test's own collection. */
  private Map<String, Object> saying(String question, String text) {
    return Map.of("question", question, "text", text, "collectionIds", List.of(collection));
  }

  private Map<String, Object> quoting(String question) {
    int start = TEXT.indexOf(WORDS);
    return Map.of(
        "question",
        question,
        "collectionIds",
        List.of(collection),
        "citation",
        place(document, start, start + WORDS.length()));
  }

  private static Map<String, Object> place(String document, int start, int end) {
    return Map.of("documentId", document, "start", start, "end", end);
  }

  private static Response pin(Map<String, Object> body) {
    return send("POST", "/api/v1/curated", body);
  }

  private static Response send(String method, String path, Object body) {
    return given().contentType("application/json").body(body).request(method, path);
  }

  private static void problem(int status, String code, Map<String, Object> body) {
    pin(body)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  private static String code(Response response) {
    return response.then().extract().path("code");
  }
}
