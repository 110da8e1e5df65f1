package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What retrieval alone finds, and what each score is made of. */
@QuarkusTest
class SearchResourceTest {
  private static final String FULL_TIME = "Full-time staff receive 25 days of paid leave.";
  private static final String PART_TIME = "Part-time staff receive 20 days of paid leave.";
  private static final double ROUNDING = 1e-4;

  @Test
  void passagesAreRankedAndEachScoreIsTakenApart() {
    String collection = TestLibrary.collection();
    String full = put(collection, "full.txt", FULL_TIME);
    String part = put(collection, "part.txt", PART_TIME);
    JsonPath found = search(collection, "  leave of part-time staff ");
    assertEquals("leave of part-time staff", found.getString("query"));
    assertEquals(List.of(part, full), found.getList("passages.documentId"));
    assertEquals(List.of(PART_TIME, FULL_TIME), found.getList("passages.text"));
    assertEquals(List.of("en", "en"), found.getList("passages.language"));
    assertEquals(List.of(0, 1), found.getList("retrieval.passage"));
    assertEquals(List.of(1, 2), found.getList("retrieval.rank"));
    assertEquals(1, found.getDouble("retrieval[0].score"), "the others are relative to the best");
    double second = found.getDouble("retrieval[1].score");
    assertTrue(second > 0 && second < 1, found::prettify);
    for (int i = 0; i < 2; i++) {
      String at = "retrieval[" + i + "].";
      double terms =
          found.getList(at + "terms.weight", Double.class).stream()
              .mapToDouble(Double::doubleValue)
              .sum();
      assertEquals(found.getDouble(at + "lexical"), terms, ROUNDING, found::prettify);
      assertTrue(terms > 0, found::prettify);
      double dense = found.getDouble(at + "dense");
      assertTrue(dense > 0 && dense <= 1, found::prettify);
    }
    assertTrue(found.getList("retrieval[0].terms.term").contains("part time"), found::prettify);
    assertTrue(found.getLong("indexGeneration") > 0, found::prettify);
  }

  private static String put(String collection, String filename, String text) {
    return TestLibrary.ingest(collection, filename, text.getBytes(StandardCharsets.UTF_8))
        .getString("id");
  }

  private static JsonPath search(String collection, String query) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query, "collectionIds", List.of(collection)))
        .post("/api/v1/search")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
