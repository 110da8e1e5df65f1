package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong thing a person can send has a clear answer. */
@QuarkusTest
class BadInputTest {
  @TestHTTPResource("/")
  URI server;

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void anEmptyQuestion(String question) {
    problem(TestLibrary.ask(Map.of("question", question)).then(), 400, "question_empty");
  }

  @Test
  void noQuestionAtAll() {
    problem(TestLibrary.ask(Map.of()).then(), 400, "question_empty");
    problem(
        given().contentType("application/json").post("/api/v1/ask").then(), 400, "question_empty");
  }

  @Test
  void aQuestionOfTenThousandCharacters() {
    problem(
        TestLibrary.ask(Map.of("question", "why ".repeat(2500))).then(), 400, "question_too_long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"x\"", "{\"question\": {\"a\": 1}}", "\u0000"})
  void aBodyThatIsNotAQuestion(String body) {
    problem(
        given().contentType("application/json").body(body).post("/api/v1/ask").then(),
        400,
        "malformed_json");
  }

  @Test
  void anotherMediaType() {
    problem(
        given().contentType("text/xml").body("<a/>").post("/api/v1/ask").then(),
        415,
        "unsupported_media_type");
  }

  @Test
  void noCollectionAtAll() {
    problem(
        TestLibrary.ask(Map.of("question", "Who?", "collectionIds", List.of())).then(),
        400,
        "collections_empty");
    problem(search(Map.of("query", "x", "collectionIds", List.of())), 400, "collections_empty");
  }

  @Test
  void unknownThings() {
    problem(
        TestLibrary.ask(Map.of("question", "Who?", "collectionIds", List.of("nope"))).then(),
        404,
        "collection_not_found");
    problem(
        TestLibrary.ask(
                Map.of("question", "Who?", "collectionIds", Collections.singletonList(null)))
            .then(),
        404,
        "collection_not_found");
    problem(
        TestLibrary.ask(Map.of("question", "Who?", "conversationId", "c_0")).then(),
        404,
        "conversation_not_found");
    problem(given().get("/api/v1/documents/{id}", " ").then(), 404, "document_not_found");
    problem(given().get("/api/v1/documents/d_0").then(), 404, "document_not_found");
    problem(given().delete("/api/v1/documents/d_0").then(), 404, "document_not_found");
    problem(given().get("/api/v1/documents/d_0/text").then(), 404, "document_not_found");
    problem(given().get("/api/v1/documents/d_0/pages/1/words").then(), 404, "document_not_found");
    problem(given().get("/api/v1/conversations/c_0").then(), 404, "conversation_not_found");
    problem(given().get("/api/v1/conversations?before=c_0").then(), 404, "conversation_not_found");
    problem(given().delete("/api/v1/collections/nope").then(), 404, "collection_not_found");
    problem(TestLibrary.upload("nope", "notes.md").then(), 404, "collection_not_found");
    problem(given().get("/api/v1/collections/nope/documents").then(), 404, "collection_not_found");
    problem(given().get("/api/v1/collections/nope/events").then(), 404, "collection_not_found");
    problem(
        given()
            .contentType("application/json")
            .body(Map.of("rating", "up"))
            .put("/api/v1/answers/a_0/feedback")
            .then(),
        404,
        "answer_not_found");
    problem(
        given()
            .contentType("application/json")
            .body(Map.of("rating", "sideways"))
            .put("/api/v1/answers/a_0/feedback")
            .then(),
        400,
        "unknown_rating");
    problem(
        given()
            .contentType("application/json")
            .body(Map.of("rating", "down", "reason", "x".repeat(1_000_000)))
            .put("/api/v1/answers/a_0/feedback")
            .then(),
        400,
        "feedback_too_long");
    problem(given().get("/api/v1/nothing").then(), 404, "not_found");
  }

  @Test
  void collectionsThatCannotBe() {
    String taken = TestLibrary.collection();
    problem(create(Map.of("name", "")), 400, "collection_invalid");
    problem(create(Map.of("name", "x", "id", "../etc")), 400, "collection_invalid");
    problem(create(Map.of("name", "x", "id", taken)), 409, "collection_exists");
  }

  @ParameterizedTest
  @CsvSource({
    "encrypted.pdf, document_encrypted",
    "empty.txt, empty_file",
    "wrong-extension.pdf, document_without_text",
    "truncated.docx, document_damaged"
  })
  void filesThatCannotBeRead(String file, String code) throws Exception {
    JsonPath document = TestLibrary.ingest(TestLibrary.collection(), file);
    assertEquals("failed", document.getString("status"));
    assertEquals(code, document.getString("problem.code"));
    assertEquals(false, document.getString("problem.detail").isBlank());
  }

  @Test
  void aRefusedPartDoesNotHoldUpTheOthers() {
    TestLibrary.upload(TestLibrary.collection(), "empty.txt", "notes.md", "wrong-extension.pdf")
        .then()
        .statusCode(202)
        .body("", hasSize(3))
        .body("[0].status", equalTo("failed"))
        .body("[0].problem.code", equalTo("empty_file"))
        .body("[1].filename", equalTo("notes.md"))
        .body("[1].problem", equalTo(null));
  }

  @Test
  void aFileOfTwoHundredMegabytes(@TempDir Path directory) throws Exception {
    Path huge = directory.resolve("huge.txt");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(200L * 1024 * 1024);
    }
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"huge.txt\"\r\n\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(
                server.resolve("api/v1/collections/" + TestLibrary.collection() + "/documents"))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofFile(huge),
                    BodyPublishers.ofString("\r\n--b--\r\n")))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      assertEquals(202, response.statusCode());
      JsonPath document = JsonPath.from(response.body());
      assertEquals("failed", document.getString("[0].status"));
      assertEquals("too_large", document.getString("[0].problem.code"));
    }
  }

  @Test
  void twoUploadsOfTheSameFileAtOnce() throws Exception {
    String collection = TestLibrary.collection();
    byte[] content = Files.readAllBytes(TestLibrary.FILES.resolve("notes.md"));
    Callable<JsonPath> upload = () -> TestLibrary.ingest(collection, "notes.md", content);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (Future<JsonPath> document : both.invokeAll(List.of(upload, upload))) {
        assertEquals("ready", document.get().getString("status"));
      }
    }
    List<String> duplicates =
        given()
            .get("/api/v1/collections/" + collection + "/documents")
            .jsonPath()
            .getList("findAll { it.duplicateOf != null }.id");
    assertEquals(1, duplicates.size());
    assertEquals(
        1,
        TestLibrary.answer(collection, "On what day does the garden club meet?")
            .getList("passages.findAll { it.text.contains('first Monday') }")
            .size());
  }

  @Test
  void aBodyOfTwoMegabytes() {
    List<String> collections = Collections.nCopies(200_000, "handbook");
    problem(
        given()
            .contentType("application/json")
            .body(Map.of("question", "x", "collectionIds", collections))
            .post("/api/v1/ask")
            .then(),
        413,
        "too_large");
  }

  @Test
  void fileNamesAreNames() {
    JsonPath document =
        TestLibrary.ingest(
            TestLibrary.collection(),
            "../../etc/<b>pass\u202ewd</b>.txt",
            "The vault opens at nine in the morning.".getBytes(StandardCharsets.UTF_8));
    assertEquals("ready", document.getString("status"));
    given()
        .get("/api/v1/documents/" + document.getString("id") + "/content")
        .then()
        .statusCode(200)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment;"));
  }

  @Test
  void aFormWithoutAFile() {
    problem(
        given()
            .multiPart("other", "x")
            .post("/api/v1/collections/" + TestLibrary.collection() + "/documents")
            .then(),
        400,
        "file_missing");
  }

  @Test
  void searchesThatCannotBe() {
    problem(search(Map.of("query", " ")), 400, "query_empty");
    problem(search(Map.of("query", "x", "limit", 0)), 400, "limit_invalid");
    problem(search(Map.of("query", "x", "limit", 100_000)), 400, "limit_invalid");
    problem(
        search(Map.of("query", "x", "collectionIds", List.of("no"))), 404, "collection_not_found");
    search(Map.of("query", "*:* AND (\"")).statusCode(200).body("passages", hasSize(0));
  }

  private static ValidatableResponse create(Map<String, String> body) {
    return given().contentType("application/json").body(body).post("/api/v1/collections").then();
  }

  private static ValidatableResponse search(Map<String, ?> body) {
    return given().contentType("application/json").body(body).post("/api/v1/search").then();
  }

  private static void problem(ValidatableResponse response, int status, String code) {
    response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("detail", not(emptyString()));
  }
}
