package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two real readers on the same questions, over REST. */
@QuarkusTest
@TestProfile(ModelComparisonTest.SeveralModels.class)
class ModelComparisonTest {
  private static final String EVALUATIONS = "/api/v1/evaluations";
  private static final String OWN = "reader-minilm-l12";
  private static final String OTHER = "reader-minilm-l6";
  private static final String QUESTION = "How high is the lighthouse at Corran Point?";

  @Test
  void theModelsAreListedAndADamagedOneBreaksNothing() {
    String body =
        given()
            .get("/api/v1/models")
            .then()
            .statusCode(200)
            .body("name", equalTo(List.of("broken", OWN, OTHER, "uncalibrated", "unfitted")))
            .body("[0].problem.code", equalTo("reader_damaged"))
            .body("[0].languages", nullValue())
            .body("[1].inUse", equalTo(true))
            .body("[1].problem", nullValue())
            .body("[1].languages", equalTo(List.of("en", "fr")))
            .body("[1].quantised", equalTo(true))
            .body("[2].inUse", equalTo(false))
            .body("[2].problem", nullValue())
            .body("[2].bytes", equalTo((int) size(OTHER)))
            .body("[2].calibration", notNullValue())
            .body("[3].problem.code", equalTo("reader_not_calibrated"))
            .body("[3].calibration", nullValue())
            .body("[3].sha256", equalTo(given().get("/api/v1/models").path("[2].sha256")))
            .body("[4].problem.code", equalTo("reader_not_calibrated"))
            .extract()
            .asString();
    assertTrue(!body.contains(SeveralModels.MODELS.toAbsolutePath().toString()), body);
  }

  private static String calibration(int model) {
    return given().get("/api/v1/models").path("[" + model + "].calibration");
  }

  @Test
  void theOtherReaderAnswersAndTheServersStaysAsItWas() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    JsonPath before = TestLibrary.answer(collection, QUESTION);
    String own = submit(null);
    String other = submit(OTHER);
    await().atMost(Duration.ofMinutes(1)).until(() -> sessions() == 2 || isDone(other));
    JsonPath during = TestLibrary.answer(collection, QUESTION);
    JsonPath ofOwn = awaitDone(own);
    JsonPath ofOther = awaitDone(other);
    assertEquals(OWN, ofOwn.getString("provenance.reader"));
    assertEquals(OTHER, ofOther.getString("provenance.reader"));
    assertEquals(OTHER, ofOther.getString("reader"));
    assertNotEquals(
        ofOwn.getString("provenance.configuration"), ofOther.getString("provenance.configuration"));
    assertEquals(calibration(1), ofOwn.getString("provenance.calibration"));
    assertEquals(calibration(2), ofOther.getString("provenance.calibration"));
    assertEquals(ofOwn.getString("datasetSha256"), ofOther.getString("datasetSha256"));
    assertTrue(ofOther.getDouble("metrics.f1") > 0, ofOther.prettify());
    for (JsonPath answer : List.of(during, TestLibrary.answer(collection, QUESTION))) {
      assertEquals(before.getString("text"), answer.getString("text"));
      assertEquals(before.getDouble("confidence"), answer.getDouble("confidence"));
      assertEquals(before.getMap("provenance"), answer.getMap("provenance"));
    }
    assertEquals(1, sessions(), "the other reader is closed");
    given()
        .queryParam("with", own)
        .get(EVALUATIONS + "/" + other + "/comparison")
        .then()
        .statusCode(200)
        .body("evaluations.here.id", equalTo(other))
        .body("evaluations.there.provenance.reader", equalTo(OWN))
        .body("evaluations.here.riskCoverage.size()", not(equalTo(0)))
        .body("questions.onlyHere", equalTo(0));
  }

  @Test
  void aCancelledRunClosesItsReader() throws IOException {
    String id = submit(OTHER);
    await().atMost(Duration.ofMinutes(1)).until(() -> sessions() == 2 || isDone(id));
    given().delete(EVALUATIONS + "/" + id).then().statusCode(204);
    assertEquals(1, sessions());
  }

  @Test
  void theServersReaderByItsNameNeedsNoOther() throws IOException {
    JsonPath done = awaitDone(submit(OWN));
    assertEquals(OWN, done.getString("provenance.reader"));
    assertEquals(OWN, done.getString("reader"));
  }

  @Test
  void namesThatAreNoneOrOfWhatCannotBeUsed() throws IOException {
    for (String name :
        List.of("", ".", "../models/" + OTHER, OTHER + "/", "absent", "encoder-minilm-l6", "\0")) {
      problem(post(name), 404, "reader_not_found").body("detail", containsString(OTHER));
    }
    problem(post("broken"), 409, "reader_unusable").body("detail", containsString("model.json"));
    problem(post("uncalibrated"), 409, "reader_unusable")
        .body("detail", containsString("names no calibration"));
    problem(
        given()
            .multiPart("name", "N")
            .multiPart("reader", "absent")
            .multiPart("dataset", "d.json", dataset().getBytes(StandardCharsets.UTF_8))
            .post(EVALUATIONS)
            .then(),
        404,
        "reader_not_found");
    problem(
        request("{\"name\": \"N\", \"reader\": 7, \"dataset\": " + dataset() + "}")
            .post(EVALUATIONS)
            .then(),
        400,
        "malformed_json");
    given().get(EVALUATIONS).then().body("reader", not(hasItem("absent")));
  }

  private static String submit(@Nullable String reader) throws IOException {
    return post(reader).statusCode(202).extract().path("id");
  }

  private static ValidatableResponse post(@Nullable String reader) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode body = json.createObjectNode();
    body.put("name", "Samples");
    body.put("reader", reader);
    body.set("dataset", json.readTree(dataset()));
    return request(body.toString()).post(EVALUATIONS).then();
  }

  private static RequestSpecification request(String body) {
    return given().contentType("application/json").body(body);
  }

  /** The first articles of the questions about the samples, asked of their own contexts. */
  private static String dataset() throws IOException {
    JsonNode all = new ObjectMapper().readTree(Path.of("documents/questions.json").toFile());
    ArrayNode articles = (ArrayNode) all.get("data");
    while (articles.size() > 2) {
      articles.remove(articles.size() - 1);
    }
    return all.toString();
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String code) {
    return response.statusCode(status).body("code", equalTo(code));
  }

  private static boolean isDone(String id) {
    return get(id).getString("status").equals("done");
  }

  private static JsonPath awaitDone(String id) {
    JsonPath ended =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(
                () -> get(id),
                run -> !List.of("queued", "running").contains(run.getString("status")));
    assertEquals("done", ended.getString("status"), ended.prettify());
    return ended;
  }

  private static JsonPath get(String id) {
    return given().get(EVALUATIONS + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  private static int sessions() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("passim_reader_sessions"))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static long size(String reader) {
    try {
      return Files.size(Path.of("models", reader, "model.onnx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The models that are shipped, one that is damaged and two without a calibration. */
  public static final class SeveralModels implements QuarkusTestProfile {
    static final Path MODELS = Path.of("target/compared-models");

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Files.createDirectories(MODELS);
        for (String name : List.of(OWN, OTHER, "encoder-minilm-l6")) {
          link(MODELS.resolve(name), Path.of("models", name));
        }
        Files.writeString(
            Files.createDirectories(MODELS.resolve("broken")).resolve("model.json"), "{\"name\": ");
        withoutCalibration(
            MODELS.resolve("uncalibrated"), manifest -> manifest.remove("calibration"));
        Path unfitted = MODELS.resolve("unfitted");
        withoutCalibration(unfitted, manifest -> manifest.put("calibration", "null.json"));
        Files.writeString(unfitted.resolve("null.json"), "null");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.of("passim.inference.models-directory", MODELS.toString());
    }

    private static void withoutCalibration(Path reader, Consumer<ObjectNode> change)
        throws IOException {
      Files.createDirectories(reader);
      link(reader.resolve("model.onnx"), Path.of("models", OTHER, "model.onnx"));
      link(reader.resolve("tokenizer.json"), Path.of("models", OTHER, "tokenizer.json"));
      ObjectMapper json = new ObjectMapper();
      ObjectNode manifest =
          (ObjectNode) json.readTree(Path.of("models", OTHER, "model.json").toFile());
      change.accept(manifest);
      json.writeValue(reader.resolve("model.json").toFile(), manifest);
    }

    private static void link(Path link, Path target) throws IOException {
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, target.toAbsolutePath());
      }
    }
  }
}
