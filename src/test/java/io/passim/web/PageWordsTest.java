package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.passim.store.DataConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the words of scanned pages stand, for who draws the pages. */
@QuarkusTest
class PageWordsTest {
  private static final Path SCAN = Path.of("documents/en/goods-lift-notice-scan.pdf");

  @Inject DataConfig data;

  @Test
  void ofAScanAreThoseOfItsTextInPlacesOfThePage() throws IOException {
    String id = scan();
    JsonPath page =
        words(id, 1)
            .statusCode(200)
            .body("page", equalTo(1))
            .body("words.line", everyItem(greaterThanOrEqualTo(1)))
            .body("words.left", everyItem(allOf(greaterThanOrEqualTo(0f), lessThanOrEqualTo(1f))))
            .body("words.top", everyItem(allOf(greaterThanOrEqualTo(0f), lessThanOrEqualTo(1f))))
            .extract()
            .jsonPath();
    JsonPath read = text(id).extract().jsonPath();
    assertEquals(List.of(true), read.getList("pages.recognised"));
    String text = read.getString("text");
    assertEquals(solid(text), solid(String.join("", page.getList("words.text", String.class))));
  }

  @Test
  void areNoneOnPagesWithATextOfTheirOwn() throws Exception {
    String id = TestLibrary.ingest(TestLibrary.collection(), "two-pages.pdf").getString("id");
    words(id, 2).statusCode(200).body("words", empty());
    text(id).body("pages.recognised", equalTo(List.of(false, false)));
    String text = TestLibrary.ingest(TestLibrary.collection(), "notes.md").getString("id");
    words(text, 1).statusCode(200).body("words", empty());
  }

  @Test
  void areRefusedOfPagesThatAreNotThere() throws Exception {
    String id = TestLibrary.ingest(TestLibrary.collection(), "two-pages.pdf").getString("id");
    for (int page : List.of(-1, 0, 3)) {
      words(id, page).statusCode(404).body("code", equalTo("page_not_found"));
    }
    given().get("/api/v1/documents/" + id + "/pages/one/words").then().statusCode(404);
    String failed = TestLibrary.ingest(TestLibrary.collection(), "encrypted.pdf").getString("id");
    words(failed, 1).statusCode(404).body("code", equalTo("text_not_available"));
    given().delete("/api/v1/documents/" + id).then().statusCode(204);
    words(id, 1).statusCode(410).body("code", equalTo("document_deleted"));
  }

  @Test
  void thatAreDamagedAreSaidToBe() throws IOException {
    String id = scan();
    Files.writeString(data.dataDirectory().resolve("texts").resolve(id + ".words.zip"), "PK, once");
    words(id, 1).statusCode(500).body("code", equalTo("text_damaged"));
    text(id).statusCode(200).body("pages.recognised", equalTo(List.of(false)));
    Files.writeString(data.dataDirectory().resolve("texts").resolve(id + ".json"), "{\"text\": ");
    text(id).statusCode(500).body("code", equalTo("text_damaged"));
    given()
        .contentType("application/json")
        .body(Map.of("title", "Another"))
        .patch("/api/v1/documents/" + id)
        .then()
        .statusCode(500)
        .body("code", equalTo("text_damaged"));
  }

  /** A document that was read before the places of words were kept. */
  @Test
  void areNoneWhereTheyWereNotKept() throws IOException {
    String id = scan();
    Files.delete(data.dataDirectory().resolve("texts").resolve(id + ".words.zip"));
    words(id, 1).statusCode(200).body("words", empty());
    text(id).body("pages.recognised", equalTo(List.of(false)));
  }

  private static String scan() throws IOException {
    JsonPath document =
        TestLibrary.ingest(TestLibrary.collection(), "scan.pdf", Files.readAllBytes(SCAN));
    assumeTrue(document.getString("status").equals("ready"), "needs Tesseract");
    return document.getString("id");
  }

  private static ValidatableResponse words(String id, int page) {
    return given().get("/api/v1/documents/" + id + "/pages/" + page + "/words").then();
  }

  private static ValidatableResponse text(String id) {
    return given().get("/api/v1/documents/" + id + "/text").then();
  }

  private static String solid(String text) {
    return text.replaceAll("[\\s-]", "");
  }
}
