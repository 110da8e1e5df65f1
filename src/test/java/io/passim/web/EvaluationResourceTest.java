package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations over REST, with the real index and reader. */
@QuarkusTest
class EvaluationResourceTest {
  private static final String EVALUATIONS = "/api/v1/evaluations";
  private static final Duration RUN = Duration.ofSeconds(60);

  /** A word that stands in no other test's documents. */
  private static final String DATASET =
      """
      {"version": "v2.0", "data": [{"title": "Quorlby", "paragraphs": [
        {"context": "The Quorlby lighthouse was built in 1861. It is 34 metres high.", "qas": [
          {"id": "built", "question": "When was the Quorlby lighthouse built?", "language": "en",
           "is_impossible": false, "answers": [{"text": "1861", "answer_start": 36}]},
          {"id": "high", "question": "How many metres high is the Quorlby lighthouse?",
           "language": "en", "answers": [{"text": "34 metres", "answer_start": 48},
             {"text": "34", "answer_start": 48}]},
          {"id": "=cmd", "question": "@Who paints the Quorlby lighthouse?",
           "is_impossible": true, "answers": []}]}]}]}
      """;

  @Test
  void aDatasetIsMeasuredOverItsOwnTexts() {
    String id = submit("Own texts", DATASET, null);
    JsonPath done = awaitDone(id);
    assertEquals(1, done.getDouble("metrics.hasAnswerExact"), done.prettify());
    assertEquals(1, done.getDouble("metrics.recallAt.1"));
    assertEquals(3, done.getInt("asked"));
    assertEquals(1, done.getDouble("progress"));
    assertFalse(done.getString("provenance.readerSha256").isBlank());
    given()
        .get(EVALUATIONS + "/" + id + "/predictions")
        .then()
        .statusCode(200)
        .body("built", equalTo("1861"))
        .body("size()", equalTo(3));
  }

  @Test
  void itsShapesAreThoseOfTheDocumentation() throws Exception {
    String id = submit("Shapes", DATASET, null);
    awaitDone(id);
    ObjectMapper json = new ObjectMapper();
    JsonNode evaluation = json.readTree(given().get(EVALUATIONS + "/" + id).asString());
    assertEquals(
        keys(
            "id name status problem collectionIds reader datasetSha256 questions asked stage"
                + " passages encoded progress secondsLeft createdAt startedAt finishedAt provenance"
                + " metrics reliability riskCoverage types languages misses"),
        keys(evaluation));
    assertEquals(
        keys(
            "questions answerable unanswerable answered exact f1 hasAnswerExact hasAnswerF1"
                + " noAnswerAccuracy bestExact bestF1 recallAt mrr ece auroc coverageAtAccuracy80"
                + " latencyMs"),
        keys(evaluation.get("metrics")));
    assertEquals(keys("1 5 20"), keys(evaluation.at("/metrics/recallAt")));
    assertEquals(keys("p50 p95 p99"), keys(evaluation.at("/metrics/latencyMs")));
    assertEquals(keys("confidence accuracy count"), keys(evaluation.at("/reliability/0")));
    assertEquals(keys("coverage risk confidence"), keys(evaluation.at("/riskCoverage/0")));
    assertEquals(
        keys("type questions exact f1 recallAt20 bestF1 confidence latencyMs"),
        keys(evaluation.at("/types/0")));
    assertEquals(
        keys("language questions exact f1 recallAt20 bestF1 confidence latencyMs"),
        keys(evaluation.at("/languages/0")));
    assertEquals(
        keys("not_retrieved not_read wrong_span ranked_below held_back answered_anyway"),
        keys(evaluation.get("misses")));
    JsonNode questions =
        json.readTree(given().get(EVALUATIONS + "/" + id + "/questions").asString());
    assertEquals(3, questions.size());
    assertEquals(
        keys(
            "id question type language expected predicted best exact f1 bestF1 confidence rank"
                + " cause latencyMs documentDeleted"),
        keys(questions.get(0)));
    assertEquals("how_many", questions.at("/1/type").asText());
    assertEquals(1, questions.at("/0/rank").asInt());
  }

  @Test
  void theListLeavesTheLongerListsOut() {
    String id = submit("Listed", DATASET, null);
    awaitDone(id);
    given()
        .get(EVALUATIONS)
        .then()
        .statusCode(200)
        .body("find { it.id == '" + id + "' }.metrics.f1", notNullValue())
        .body("find { it.id == '" + id + "' }.types", hasSize(0))
        .body("find { it.id == '" + id + "' }.riskCoverage", hasSize(0));
  }

  @Test
  void nobodyFindsTheTextsOfADataset() {
    List<String> before = collections();
    String id = submit("Hidden", DATASET, null);
    await()
        .atMost(RUN)
        .until(() -> {
          assertEquals(before, collections());
          assertEquals(List.of(), found("Quorlby lighthouse"));
          return get(id).getString("status").equals("done");
        });
    assertEquals(List.of(), found("Quorlby lighthouse"));
  }

  @Test
  void aCollectionIsMeasuredAndAFileTaken() {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(
        collection,
        "tower.txt",
        "The Quorlby lighthouse was built in 1861.".getBytes(StandardCharsets.UTF_8));
    Response response =
        given()
            .multiPart("name", "From a file")
            .multiPart("collectionIds", collection)
            .multiPart("dataset", "dev.json", DATASET.getBytes(StandardCharsets.UTF_8))
            .post(EVALUATIONS);
    response.then().statusCode(202).body("status", equalTo("queued"));
    String id = response.path("id");
    JsonPath done = awaitDone(id);
    assertEquals(List.of(collection), done.getList("collectionIds"));
    assertEquals(0.5, done.getDouble("metrics.recallAt.20"), done.prettify());
    assertEquals(1, done.getInt("misses.not_retrieved"));
    given().delete("/api/v1/collections/" + collection).then().statusCode(204);
  }

  @Test
  void theQuestionsAsCsv() {
    String id = submit("CSV", DATASET, null);
    awaitDone(id);
    String csv =
        given()
            .accept("text/csv")
            .get(EVALUATIONS + "/" + id + "/questions")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header("Content-Disposition", equalTo("attachment; filename=\"" + id + ".csv\""))
            .extract()
            .asString();
    List<String> lines = Arrays.asList(csv.split("\r\n", -1));
    assertEquals(
        "id,question,type,language,expected,predicted,best,exact,f1,bestF1,confidence,rank,cause,latencyMs,documentDeleted",
        lines.getFirst());
    assertTrue(
        lines
            .get(2)
            .startsWith("high,How many metres high is the Quorlby lighthouse?,how_many,en,"),
        csv);
    assertTrue(lines.get(3).startsWith("'=cmd,'@Who paints the Quorlby lighthouse?,who,,,"), csv);
    given()
        .queryParam("format", "csv")
        .get(EVALUATIONS + "/" + id + "/questions")
        .then()
        .contentType(startsWith("text/csv"));
    problem(
        given().queryParam("format", "xls").get(EVALUATIONS + "/" + id + "/questions").then(),
        400,
        "unknown_format");
  }

  @Test
  void wordsOfADeletedDocumentAreTakenOutOfResultsAndExports() {
    String collection = TestLibrary.collection();
    String document =
        TestLibrary.ingest(
                collection,
                "tower.txt",
                "The Quorlby lighthouse was built in 1861. It is 34 metres high."
                    .getBytes(StandardCharsets.UTF_8))
            .getString("id");
    // References that differ from what is answered, so that these words are the document's alone.
    String dataset = DATASET.replace("\"34 metres\"", "\"tall\"").replace("\"34\"", "\"very\"");
    String id = submit("Deleted", dataset, List.of(collection));
    String own = submit("Own texts stay", DATASET, null);
    awaitDone(id);
    awaitDone(own);
    assertTrue(everything(id, own).contains("34 metres"), everything(id, own));
    JsonPath before = given().get(EVALUATIONS + "/" + id + "/questions").jsonPath();
    given().delete("/api/v1/documents/" + document).then().statusCode(204);
    String after = everything(id, id);
    assertFalse(after.contains("34 metres"), after);
    JsonPath questions = given().get(EVALUATIONS + "/" + id + "/questions").jsonPath();
    assertEquals(true, questions.getBoolean("[0].documentDeleted"));
    assertEquals("", questions.getString("[0].predicted"));
    assertEquals(null, questions.getString("[0].best"));
    assertEquals(before.getList("f1"), questions.getList("f1"));
    assertEquals(before.getList("confidence"), questions.getList("confidence"));
    given()
        .queryParam("with", own)
        .get(EVALUATIONS + "/" + id + "/comparison")
        .then()
        .statusCode(200)
        .body("worse.find { it.id == 'high' }.here.documentDeleted", equalTo(true))
        .body("worse.find { it.id == 'high' }.there.documentDeleted", equalTo(false))
        .body("worse.find { it.id == 'high' }.there.predicted", startsWith("34"));
    given().delete("/api/v1/collections/" + collection).then().statusCode(204);
  }

  /** All that tells what was answered. */
  private static String everything(String id, String with) {
    return given().get(EVALUATIONS + "/" + id + "/predictions").asString()
        + given().get(EVALUATIONS + "/" + id + "/questions").asString()
        + given().queryParam("format", "csv").get(EVALUATIONS + "/" + id + "/questions").asString()
        + given().queryParam("with", with).get(EVALUATIONS + "/" + id + "/comparison").asString();
  }

  @Test
  void twoAreCompared() {
    String here = submit("Here", DATASET, null);
    String empty = TestLibrary.collection();
    String there = submit("There", DATASET, List.of(empty));
    awaitDone(here);
    awaitDone(there);
    given()
        .queryParam("with", there)
        .get(EVALUATIONS + "/" + here + "/comparison")
        .then()
        .statusCode(200)
        .body("here", equalTo(here))
        .body("there", equalTo(there))
        .body("questions.common", equalTo(3))
        .body("metrics.find { it.metric == 'hasAnswerExact' }.difference", equalTo(1.0f))
        .body("better.id", not(hasSize(0)))
        .body("better[0].here.predicted", notNullValue())
        .body("provenance.there.reader", notNullValue());
    problem(
        given().get(EVALUATIONS + "/" + here + "/comparison").then(), 404, "evaluation_not_found");
    List<String> rows =
        given()
            .queryParam("with", there)
            .queryParam("format", "csv")
            .get(EVALUATIONS + "/" + here + "/comparison")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header(
                "Content-Disposition",
                equalTo("attachment; filename=\"" + here + "-" + there + ".csv\""))
            .extract()
            .asString()
            .lines()
            .toList();
    assertEquals(
        "kind,id,here,there,difference,question,expected,herePredicted,therePredicted,"
            + "hereConfidence,thereConfidence,hereCause,thereCause,hereDocumentDeleted,"
            + "thereDocumentDeleted",
        rows.getFirst());
    assertTrue(rows.contains("metric,hasAnswerExact,1.0,0.0,1.0,,,,,,,,,,"), rows::toString);
    assertTrue(
        rows.stream()
            .anyMatch(row ->
                row.startsWith(
                    "better,high,1.0,0.0,1.0,How many metres high is the Quorlby lighthouse?,"
                        + "34 metres | 34,34")),
        rows::toString);
    problem(
        given()
            .queryParam("with", there)
            .queryParam("format", "xls")
            .get(EVALUATIONS + "/" + here + "/comparison")
            .then(),
        400,
        "unknown_format");
  }

  @Test
  void aFinishedOneIsRemovedAndNotCancelled() {
    String id = submit("Gone", DATASET, null);
    awaitDone(id);
    problem(given().post(EVALUATIONS + "/" + id + "/cancel").then(), 409, "evaluation_final");
    given().delete(EVALUATIONS + "/" + id).then().statusCode(204);
    problem(given().get(EVALUATIONS + "/" + id).then(), 404, "evaluation_not_found");
    problem(given().delete(EVALUATIONS + "/" + id).then(), 404, "evaluation_not_found");
  }

  @Test
  void moreThanMayWaitAreRefusedAndOneThatRunsIsStopped() {
    List<String> ids = new ArrayList<>();
    try {
      ids.add(submit("Runs", many(2000), null));
      await().atMost(RUN).until(() -> get(ids.getFirst()).getString("status").equals("running"));
      for (int i = 0; i < 10; i++) {
        ids.add(submit("Waits", DATASET, null));
      }
      ValidatableResponse refused = post(body("\"N\"", DATASET, null));
      problem(refused, 503, "overloaded");
      refused.header("Retry-After", notNullValue());
      given()
          .post(EVALUATIONS + "/" + ids.getLast() + "/cancel")
          .then()
          .statusCode(202)
          .body("status", equalTo("cancelled"));
      given().post(EVALUATIONS + "/" + ids.getFirst() + "/cancel").then().statusCode(202);
      await().atMost(RUN).until(() -> get(ids.getFirst()).getString("status").equals("cancelled"));
      assertTrue(get(ids.getFirst()).getInt("asked") < 2000);
    } finally {
      ids.reversed().forEach(id -> given().delete(EVALUATIONS + "/" + id).then().statusCode(204));
    }
  }

  @Test
  void unknownOnes() {
    for (String path : List.of("", "/questions", "/predictions", "/comparison?with=e_1")) {
      problem(given().get(EVALUATIONS + "/e_0" + path).then(), 404, "evaluation_not_found");
    }
    problem(given().post(EVALUATIONS + "/e_0/cancel").then(), 404, "evaluation_not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "\"x\"",
        "{\"name\": {}}",
        "{\"collectionIds\": 1}",
        "{\"collectionIds\": [1]}",
        "{\"name\": \"N\", \"dataset\": {\"data\": [",
        "\u0000"
      })
  void aBodyThatIsNotOne(String body) {
    problem(post(body), 400, "malformed_json");
  }

  @Test
  void datasetsThatAreNone() {
    problem(post("{}"), 400, "dataset_missing");
    problem(post("{\"name\": \"N\", \"dataset\": null}"), 400, "dataset_missing");
    problem(post(body("\"N\"", "[]", null)), 400, "dataset_invalid");
    problem(post(body("\"N\"", "{}", null)), 400, "dataset_invalid");
    problem(post(body("\"N\"", "{\"data\": []}", null)), 400, "dataset_invalid");
    problem(given().multiPart("name", "N").post(EVALUATIONS).then(), 400, "dataset_missing");
    problem(
        given()
            .multiPart("name", "N")
            .multiPart("dataset", "a.pdf", new byte[] {37, 80, 68, 70})
            .post(EVALUATIONS)
            .then(),
        400,
        "malformed_json");
  }

  @Test
  void duplicatedQuestions() {
    String twice = DATASET.replace("\"high\"", "\"built\"");
    problem(post(body("\"N\"", twice, null)), 400, "dataset_invalid");
  }

  @Test
  void namesAndCollections() {
    problem(post("{\"dataset\": " + DATASET + "}"), 400, "name_invalid");
    problem(post(body("\"\"", DATASET, null)), 400, "name_invalid");
    problem(post(body("\"a\\u0000\"", DATASET, null)), 400, "name_invalid");
    problem(post(body("\"N\"", DATASET, "[]")), 404, "collection_not_found");
    problem(post(body("\"N\"", DATASET, "[\"nope\"]")), 404, "collection_not_found");
    problem(post(body("\"N\"", DATASET, "[\"\\ud800\"]")), 404, "collection_not_found");
    problem(
        given().contentType("text/xml").body("<a/>").post(EVALUATIONS).then(),
        415,
        "unsupported_media_type");
  }

  @Test
  void aHostileNameIsData() {
    String name = "</script><script>alert(1)</script>${7*7}'; DROP TABLE evaluations --";
    String id = submit(name, DATASET, null);
    assertEquals(name, awaitDone(id).getString("name"));
  }

  private static String many(int questions) {
    String asked =
        IntStream.range(0, questions)
            .mapToObj(
                i -> "{\"id\": \"" + i + "\", \"question\": \"How high is it?\", \"answers\": []}")
            .collect(Collectors.joining(","));
    return "{\"data\": [{\"title\": \"T\", \"paragraphs\": [{\"context\": \"It is high.\", \"qas\":"
        + " ["
        + asked
        + "]}]}]}";
  }

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post(EVALUATIONS).then();
  }

  private static String body(String name, String dataset, @Nullable String collections) {
    return "{\"name\": "
        + name
        + (collections == null ? "" : ", \"collectionIds\": " + collections)
        + ", \"dataset\": "
        + dataset
        + "}";
  }

  private static String submit(String name, String dataset, @Nullable List<String> collections) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("dataset", JsonPath.from(dataset).getMap(""));
    if (collections != null) {
      body.put("collectionIds", collections);
    }
    return given()
        .contentType("application/json")
        .body(body)
        .post(EVALUATIONS)
        .then()
        .statusCode(202)
        .body("id", matchesPattern("e_[0-9a-f]{32}"))
        .body("status", equalTo("queued"))
        .extract()
        .path("id");
  }

  private static JsonPath awaitDone(String id) {
    JsonPath ended =
        await()
            .atMost(RUN)
            .until(
                () -> get(id),
                evaluation ->
                    !List.of("queued", "running").contains(evaluation.getString("status")));
    assertEquals("done", ended.getString("status"), ended.prettify());
    return ended;
  }

  private static JsonPath get(String id) {
    return given().get(EVALUATIONS + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  private static List<String> collections() {
    return given().get("/api/v1/collections").jsonPath().getList("id");
  }

  private static List<Object> found(String query) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/api/v1/search")
        .jsonPath()
        .getList("passages.findAll { it.text.contains('Quorlby') }");
  }

  private static void problem(ValidatableResponse response, int status, String code) {
    response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("trace", nullValue())
        .body("detail", not(equalTo("")));
  }

  private static Set<String> keys(String names) {
    return new TreeSet<>(Arrays.asList(names.split(" ", -1)));
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
