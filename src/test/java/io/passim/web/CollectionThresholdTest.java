package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The threshold of a collection over REST, with the real index, reader and calibration. */
@QuarkusTest
class CollectionThresholdTest {
  private static final String COLLECTIONS = "/api/v1/collections/";
  private static final String QUESTION = "When was the Zembly mill built?";

  @Test
  void decidesFromTheNextQuestionOnInItsCollectionAlone() {
    String strict = filled();
    String other = filled();
    JsonPath before = TestLibrary.answer(strict, QUESTION);
    assertEquals("answered", before.getString("status"), before.prettify());
    double standard = before.getDouble("explanation.calibration.threshold");

    change(strict, "{\"threshold\": 1}").statusCode(200).body("threshold", equalTo(1.0f));
    JsonPath held = TestLibrary.answer(strict, QUESTION);
    assertEquals("unsure", held.getString("status"), held.prettify());
    assertNull(held.get("text"));
    assertEquals("1824", held.getString("alternatives[0].text"));
    assertEquals(1, held.getDouble("explanation.calibration.threshold"));
    assertEquals(before.getDouble("confidence"), held.getDouble("confidence"));
    assertNotEquals(
        before.getString("provenance.configuration"), held.getString("provenance.configuration"));
    String export =
        given()
            .get("/api/v1/conversations/" + held.getString("conversationId") + "/export")
            .asString();
    assertTrue(export.contains("Not sure"), export);

    JsonPath elsewhere = TestLibrary.answer(other, QUESTION);
    assertEquals("answered", elsewhere.getString("status"));
    assertEquals(standard, elsewhere.getDouble("explanation.calibration.threshold"));
    assertEquals(
        before.getString("provenance.configuration"),
        elsewhere.getString("provenance.configuration"));

    change(strict, "{\"threshold\": null}").statusCode(200).body("threshold", nullValue());
    JsonPath again = TestLibrary.answer(strict, QUESTION);
    assertEquals("answered", again.getString("status"));
    assertEquals(
        before.getString("provenance.configuration"), again.getString("provenance.configuration"));
  }

  @Test
  void aCollectionThatComesInTheNameOfADeletedOneHasTheServersOwn() {
    String id = filled();
    change(id, "{\"threshold\": 1}").statusCode(200);
    assertEquals("unsure", TestLibrary.answer(id, QUESTION).getString("status"));
    given().delete(COLLECTIONS + id).then().statusCode(204);
    given()
        .contentType("application/json")
        .body(Map.of("id", id, "name", "Again"))
        .post(COLLECTIONS)
        .then()
        .statusCode(201)
        .body("threshold", nullValue());
    fill(id);
    assertEquals("answered", TestLibrary.answer(id, QUESTION).getString("status"));
  }

  @Test
  void isListedBesideTheServersOwn() {
    String id = filled();
    double standard =
        TestLibrary.answer(id, QUESTION).getDouble("explanation.calibration.threshold");
    change(id, "{\"threshold\": 0.42}").statusCode(200);
    JsonPath listed = given().get(COLLECTIONS).jsonPath();
    String item = "find { it.id == '" + id + "' }.";
    assertEquals(0.42, listed.getDouble(item + "threshold"));
    assertEquals(standard, listed.getDouble(item + "defaultThreshold"));
  }

  @Test
  void whatIsLeftOutStays() {
    String id = TestLibrary.collection();
    change(id, "{\"threshold\": 0.25}").statusCode(200).body("name", equalTo("Test"));
    change(id, "{\"name\": \" Règles \"}")
        .statusCode(200)
        .body("name", equalTo("Règles"))
        .body("threshold", equalTo(0.25f));
    change(id, "{}").statusCode(200).body("name", equalTo("Règles"));
    change(id, "{\"threshold\": -0.0}").statusCode(200).body("threshold", equalTo(0f));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "null",
        "{\"threshold\": -0.01}",
        "{\"threshold\": 1.01}",
        "{\"threshold\": 1e400}",
        "{\"threshold\": \"0.5\"}",
        "{\"threshold\": \"NaN\"}",
        "{\"threshold\": true}",
        "{\"threshold\": [0.5]}",
        "{\"threshold\": {}}",
        "{\"name\": null}",
        "{\"name\": \" \"}",
        "{\"name\": 7}",
        "{\"name\": \"N\", \"threshold\": 2}"
      })
  void refusesWhatIsNoChange(String body) {
    String id = TestLibrary.collection();
    change(id, body).statusCode(400).body("code", equalTo("collection_invalid"));
    String item = "find { it.id == '" + id + "' }.";
    given()
        .get(COLLECTIONS)
        .then()
        .body(item + "name", equalTo("Test"))
        .body(item + "threshold", nullValue());
  }

  @Test
  void refusesANameThatIsTooLongAndWhatIsNotJson() {
    String id = TestLibrary.collection();
    change(id, "{\"name\": \"" + "x".repeat(201) + "\"}").statusCode(400);
    change(id, "{\"threshold\": NaN}").statusCode(400).body("code", equalTo("malformed_json"));
    change(id, "{").statusCode(400).body("code", equalTo("malformed_json"));
    given().contentType("application/json").patch(COLLECTIONS + id).then().statusCode(400);
  }

  @Test
  void thereIsNoneToChange() {
    change("nope", "{\"threshold\": 0.5}")
        .statusCode(404)
        .body("code", equalTo("collection_not_found"));
  }

  @Test
  void changesAtOnceAreEachWholeAndNoneIsLost() throws Exception {
    String id = TestLibrary.collection();
    List<Callable<Integer>> changes =
        IntStream.range(0, 20)
            .<Callable<Integer>>mapToObj(i ->
                () ->
                    change(id, i % 2 == 0 ? "{\"threshold\": 0.75}" : "{\"name\": \"Both\"}")
                        .extract()
                        .statusCode())
            .toList();
    try (ExecutorService together = Executors.newFixedThreadPool(8)) {
      for (var status : together.invokeAll(changes)) {
        assertEquals(200, status.get());
      }
    }
    change(id, "{}").body("name", equalTo("Both")).body("threshold", equalTo(0.75f));
  }

  private static String filled() {
    String id = TestLibrary.collection();
    fill(id);
    return id;
  }

  private static void fill(String collection) {
    TestLibrary.ingest(
        collection,
        "mill.txt",
        "The Zembly mill was built in 1824.".getBytes(StandardCharsets.UTF_8));
  }

  private static ValidatableResponse change(String id, String body) {
    return given().contentType("application/json").body(body).patch(COLLECTIONS + id).then();
  }
}
