package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentVersionsTest {
  private static final String QUESTION = "How high is the Quorbit tower?";

  @Test
  void anAnswerFromAnOldVersionKeepsItsWordsAndSaysSo() {
    String collection = TestLibrary.collection();
    String old = ingest(collection, "tower.txt", "The Quorbit tower is 34 metres high.");
    JsonPath answer = TestLibrary.answer(collection, QUESTION);
    assertEquals("current", answer.getString("citation.state"));
    String young = ingest(collection, "tower.txt", "The Quorbit tower is 51 metres high.");
    JsonPath after = TestLibrary.answer(collection, QUESTION);
    assertEquals(young, after.getString("citation.documentId"));
    given()
        .get("/api/v1/conversations/" + answer.getString("conversationId"))
        .then()
        .body("turns[0].answer.text", equalTo(answer.getString("text")))
        .body("turns[0].answer.citation.state", equalTo("superseded"))
        .body("turns[0].answer.citation.supersededBy", equalTo(young));
    given()
        .get("/api/v1/documents/" + old)
        .then()
        .statusCode(200)
        .body("status", equalTo("superseded"))
        .body("supersededBy", equalTo(young));
    given().get("/api/v1/documents/" + old + "/text").then().statusCode(200);
    given().get("/api/v1/documents/" + old + "/content").then().statusCode(200);
  }

  @Test
  void aDeletedDocumentIsGoneRatherThanUnknown() {
    String collection = TestLibrary.collection();
    String id = ingest(collection, "tower.txt", "The Quorbit tower is 34 metres high.");
    given().delete("/api/v1/documents/" + id).then().statusCode(204);
    for (String path : List.of("", "/text", "/content")) {
      given()
          .get("/api/v1/documents/" + id + path)
          .then()
          .statusCode(410)
          .body("code", equalTo("document_deleted"));
    }
    given().get("/api/v1/documents/d_unknown").then().statusCode(404);
  }

  @Test
  void metadataIsEditedAndFiltersQuestionsAndSearches() {
    String collection = TestLibrary.collection();
    String id = ingest(collection, "tower.txt", "The Quorbit tower is 34 metres high.");
    ingest(collection, "other.txt", "The Quorbit tower is not 99 metres high, as some say.");
    patch(
            id,
            "{\"title\":\"Towers\",\"author\":\"Anna\",\"date\":\"2026-03-31\",\"tags\":[\"HR\"]}")
        .then()
        .statusCode(200)
        .body("title", equalTo("Towers"))
        .body("author", equalTo("Anna"))
        .body("date", equalTo("2026-03-31"))
        .body("tags", equalTo(List.of("hr")))
        .body("status", equalTo("ready"));
    given()
        .get("/api/v1/collections/" + collection + "/tags")
        .then()
        .body("", hasSize(1))
        .body("[0].tag", equalTo("hr"))
        .body("[0].documents", equalTo(1));
    assertEquals(1, found(collection, Map.of("tags", List.of(" hr "))));
    assertEquals(1, found(collection, Map.of("from", "2026-03-31", "to", "2026-03-31")));
    assertEquals(0, found(collection, Map.of("from", "2026-04-01")));
    assertEquals(2, found(collection, Map.of("languages", List.of("en"))));
    assertEquals(0, found(collection, Map.of("languages", List.of("de"))));
    ask(collection, Map.of("tags", List.of("unknown")))
        .then()
        .statusCode(200)
        .body("status", equalTo("not_found"));
    ask(collection, Map.of("tags", List.of("hr")))
        .then()
        .body("passages.documentId.unique()", equalTo(List.of(id)));
    patch(id, "{\"author\":null}")
        .then()
        .body("author", nullValue())
        .body("title", equalTo("Towers"));
  }

  @Test
  void metadataAndFiltersThatMakeNoSenseAreRefused() {
    String collection = TestLibrary.collection();
    String id = ingest(collection, "tower.txt", "The Quorbit tower is 34 metres high.");
    for (String body :
        List.of(
            "[]",
            "\"x\"",
            "{\"title\":null}",
            "{\"title\":\" \"}",
            "{\"title\":7}",
            "{\"date\":\"tomorrow\"}",
            "{\"date\":20260331}",
            "{\"tags\":\"hr\"}",
            "{\"tags\":[null]}",
            "{\"tags\":[[]]}")) {
      patch(id, body).then().statusCode(400).body("code", equalTo("metadata_invalid"));
    }
    patch(id, "{").then().statusCode(400).body("code", equalTo("malformed_json"));
    for (Map<String, ?> filters :
        List.of(
            Map.of("from", "yesterday"),
            Map.of("from", "2026-02-01", "to", "2026-01-01"),
            Map.of("languages", List.of("english")),
            Map.of("tags", List.of("")))) {
      ask(collection, filters).then().statusCode(400).body("code", equalTo("filter_invalid"));
    }
  }

  @Test
  void uploadsSayWhereTheyLayAndWhatTheyReplace() {
    String collection = TestLibrary.collection();
    String old = ingest(collection, "tower.txt", "The Quorbit tower is 34 metres high.");
    Response upload =
        upload("tower-2026.txt", "The Quorbit tower is 51 metres high.")
            .multiPart("folder", "\\site\\..\\towers/")
            .multiPart("tags", "Towers")
            .multiPart("tags", "2026")
            .multiPart("replaces", old)
            .post("/api/v1/collections/" + collection + "/documents");
    upload
        .then()
        .statusCode(202)
        .body("[0].folder", equalTo("site/towers"))
        .body("[0].tags", equalTo(List.of("2026", "towers")))
        .body("[0].replaces", equalTo(old));
    TestLibrary.awaitFinal(upload.path("[0].id"));
    assertEquals("superseded", TestLibrary.document(old).getString("status"));
    upload("a.txt", "More words.")
        .multiPart("replaces", old)
        .post("/api/v1/collections/" + collection + "/documents")
        .then()
        .statusCode(400)
        .body("code", equalTo("replaces_invalid"));
    given().get("/api/v1/collections/" + collection + "/documents").then().body("", hasSize(2));
  }

  @Test
  void aDocumentIsReadAgainAndItsIngestCancelled() {
    String collection = TestLibrary.collection();
    String id = ingest(collection, "tower.txt", "The Quorbit tower is 34 metres high.");
    given()
        .delete("/api/v1/documents/" + id + "/ingest")
        .then()
        .statusCode(409)
        .body("code", equalTo("document_final"));
    String again =
        given()
            .post("/api/v1/documents/" + id + "/ingest")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    assertEquals("ready", TestLibrary.awaitFinal(again).getString("status"));
    given()
        .post("/api/v1/documents/" + id + "/ingest")
        .then()
        .statusCode(409)
        .body("code", equalTo("document_superseded"));
    given()
        .get("/api/v1/ingest")
        .then()
        .statusCode(200)
        .body("restoring", equalTo(false))
        .body("stalled", nullValue())
        .body("maxFileBytes", equalTo(104_857_600));
  }

  private static RequestSpecification upload(String filename, String words) {
    return given().multiPart("file", filename, words.getBytes(StandardCharsets.UTF_8));
  }

  private static String ingest(String collection, String filename, String words) {
    JsonPath document =
        TestLibrary.ingest(collection, filename, words.getBytes(StandardCharsets.UTF_8));
    assertEquals("ready", document.getString("status"), document.prettify());
    return document.getString("id");
  }

  private static Response patch(String id, String body) {
    return given().contentType("application/json").body(body).patch("/api/v1/documents/" + id);
  }

  private static Response ask(String collection, Map<String, ?> filters) {
    return TestLibrary.ask(
        Map.of("question", QUESTION, "collectionIds", List.of(collection), "filters", filters));
  }

  private static int found(String collection, Map<String, ?> filters) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", "tower", "collectionIds", List.of(collection), "filters", filters))
        .post("/api/v1/search")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("passages")
        .size();
  }
}
