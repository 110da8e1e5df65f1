package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two documents that contradict each other, with the shipped reader and calibration. */
@QuarkusTest
class ContradictionTest {
  @Test
  void documentsThatContradictEachOtherAreGivenWithTheirDates() {
    String collection = TestLibrary.collection();
    dated(collection, "old.txt", "2024-01-31", "The Zembly mill opens at 9 in the morning.");
    dated(collection, "new.txt", "2026-02-28", "The Zembly mill opens at 11 in the morning.");
    JsonPath answer = TestLibrary.answer(collection, "When does the Zembly mill open?");
    assertTrue(answer.getBoolean("disagreement"), answer.prettify());
    Map<String, String> said =
        Map.of(
            answer.getString("citation.filename"),
            answer.getString("citation.date"),
            answer.getString("alternatives.find { it.disagrees }.citation.filename"),
            answer.getString("alternatives.find { it.disagrees }.citation.date"));
    assertEquals(Map.of("old.txt", "2024-01-31", "new.txt", "2026-02-28"), said);
    String export =
        given()
            .get("/api/v1/conversations/" + answer.getString("conversationId") + "/export")
            .asString();
    assertTrue(
        export.indexOf("2026-02-28") >= 0
            && export.indexOf("2026-02-28") < export.indexOf("2024-01-31"),
        export);
  }

  private static void dated(String collection, String filename, String date, String text) {
    String id =
        TestLibrary.ingest(collection, filename, text.getBytes(StandardCharsets.UTF_8))
            .getString("id");
    given()
        .contentType("application/json")
        .body(Map.of("date", date))
        .patch("/api/v1/documents/" + id)
        .then()
        .statusCode(200);
    await().until(() -> given().get("/api/v1/ingest").path("withoutVectors").equals(0));
  }
}
