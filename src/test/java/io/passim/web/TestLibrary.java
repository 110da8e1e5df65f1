package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the tests of the REST resources do again and again. */
final class TestLibrary {
  static final Path FILES = Path.of("src/test/resources/files");
  private static final Duration INGEST = Duration.ofSeconds(60);

  private TestLibrary() {}

  /** A new, empty collection. */
  static String collection() {
    return given()
        .contentType("application/json")
        .body(Map.of("name", "Test"))
        .post("/api/v1/collections")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static Response upload(String collection, String... files) {
    RequestSpecification request = given();
    for (String file : files) {
      request.multiPart("file", FILES.resolve(file).toFile());
    }
    return request.post("/api/v1/collections/" + collection + "/documents");
  }

  static Response upload(String collection, String filename, byte[] content) {
    return given()
        .multiPart("file", filename, content)
        .post("/api/v1/collections/" + collection + "/documents");
  }

  /** Uploads one file and waits for its final status and its vectors. */
  static JsonPath ingest(String collection, String file) throws Exception {
    return ingest(collection, file, Files.readAllBytes(FILES.resolve(file)));
  }

  static JsonPath ingest(String collection, String filename, byte[] content) {
    String id =
        upload(collection, filename, content)
            .then()
            .statusCode(202)
            .body("", hasSize(1))
            .extract()
            .path("[0].id");
    JsonPath document = awaitFinal(id);
    await()
        .atMost(INGEST)
        .until(() -> given().get("/api/v1/ingest").path("withoutVectors").equals(0));
    return document;
  }

  static JsonPath awaitFinal(String id) {
    return await()
        .atMost(INGEST)
        .until(
            () -> document(id), document -> List.of("ready", "failed").contains(status(document)));
  }

  static JsonPath document(String id) {
    return given().get("/api/v1/documents/" + id).then().statusCode(200).extract().jsonPath();
  }

  static Response ask(Map<String, ?> body) {
    return given().contentType("application/json").body(body).post("/api/v1/ask");
  }

  static JsonPath answer(String collection, String question) {
    return ask(Map.of("question", question, "collectionIds", List.of(collection), "explain", true))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String status(JsonPath document) {
    return document.getString("status");
  }
}
