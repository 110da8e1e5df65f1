package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {
  private static final Path DASHBOARD = Path.of("docs/operations/grafana-dashboard.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:passim|jvm|process|system|http)_[a-z_]+");
  private static final String QUESTION = "How high is the lighthouse at Corran Point?";

  @Test
  void questionsAndDocumentsAreCounted() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    double answered = value("passim_questions_total{outcome=\"answered\"}");
    double confident = value("passim_questions_confidence_count");
    double read = value("passim_questions_time_seconds_count{stage=\"read\"}");
    assertEquals("answered", TestLibrary.answer(collection, QUESTION).getString("status"));
    assertEquals(answered + 1, value("passim_questions_total{outcome=\"answered\"}"));
    assertEquals(confident + 1, value("passim_questions_confidence_count"));
    assertEquals(read + 1, value("passim_questions_time_seconds_count{stage=\"read\"}"));
    assertFalse(value("passim_index_passages") < 1);
  }

  @Test
  void theDashboardAsksOnlyForWhatThereIs() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    TestLibrary.answer(collection, QUESTION);
    String published = given().get("/q/metrics").then().statusCode(200).extract().asString();
    Set<String> missing = new TreeSet<>();
    for (JsonNode query : new ObjectMapper().readTree(DASHBOARD.toFile()).findValues("expr")) {
      Matcher metric = METRIC.matcher(query.asText());
      while (metric.find()) {
        if (!published.contains("\n" + metric.group())) {
          missing.add(metric.group());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** Of a metric with its labels as they are published, 0 if it is not. */
  private static double value(String metric) {
    return given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
