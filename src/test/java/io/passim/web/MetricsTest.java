package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.passim.ingest.DocumentLibrary;
import io.passim.store.DataConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every meter moves with the event that it counts. */
@QuarkusTest
class MetricsTest {
  private static final Path DASHBOARD = Path.of("docs/operations/grafana-dashboard.json");
  private static final Path ALERTS = Path.of("docs/operations/prometheus-alerts.yaml");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:passim|jvm|process|system|http)_[a-z_]+");
  private static final String QUESTION = "How high is the lighthouse at Corran Point?";
  private static final List<String> STAGES =
      List.of("understand", "curate", "retrieve", "read", "rank", "all");
  private static final List<String> QUEUE =
      List.of(
          "passim_ingest_waiting",
          "passim_ingest_running",
          "passim_ingest_bytes_left",
          "passim_ingest_passages_without_vectors");
  private static final int QUEUED = 12;

  /** In seconds, of sums. */
  private static final double ROUNDING = 1e-6;

  /** More questions than are asked until it is stopped. */
  private static final String LONG =
      IntStream.range(0, 2000)
          .mapToObj(i -> "{\"id\": \"" + i + "\", \"question\": \"How high?\", \"answers\": []}")
          .collect(
              Collectors.joining(
                  ",",
                  "{\"data\": [{\"paragraphs\": [{\"context\": \"It is high.\", \"qas\": [",
                  "]}]}]}"));

  @Inject DataConfig data;
  @Inject DocumentLibrary library;

  @Test
  void eachOutcomeOfAQuestionIsCounted() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    double confident = value("passim_questions_confidence_count");
    assertOutcome("answered", collection);
    given()
        .contentType("application/json")
        .body(Map.of("threshold", 1))
        .patch("/api/v1/collections/" + collection)
        .then()
        .statusCode(200);
    assertOutcome("unsure", collection);
    assertEquals(confident + 2, value("passim_questions_confidence_count"));
    assertOutcome("not_found", TestLibrary.collection());
    given()
        .contentType("application/json")
        .body(Map.of("question", QUESTION, "text", "High.", "collectionIds", List.of(collection)))
        .post("/api/v1/curated")
        .then()
        .statusCode(201);
    String pinned = "passim_questions_total{outcome=\"curated\"}";
    double before = value(pinned);
    TestLibrary.answer(collection, QUESTION);
    assertEquals(before + 1, value(pinned));
    assertEquals(confident + 2, value("passim_questions_confidence_count"), "they have none");
  }

  private static void assertOutcome(String outcome, String collection) {
    String meter = "passim_questions_total{outcome=\"" + outcome + "\"}";
    double before = value(meter);
    assertEquals(outcome, TestLibrary.answer(collection, QUESTION).getString("status"));
    assertEquals(before + 1, value(meter));
  }

  @Test
  void eachStageOfAnAnswerIsTimed() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    Map<String, Double> counts = new HashMap<>();
    Map<String, Double> times = new HashMap<>();
    for (String stage : STAGES) {
      counts.put(stage, value(time("count", stage)));
      times.put(stage, value(time("sum", stage)));
    }
    double windows = value("passim_reader_windows_total");
    double runs = value("passim_reader_runs_total");
    double tokens = value("passim_reader_tokens_total");
    double running = value("passim_reader_running_seconds_total");
    double tokenising = value("passim_reader_tokenising_seconds_total");
    JsonPath answer = TestLibrary.answer(collection, QUESTION);
    for (String stage : STAGES) {
      assertEquals(counts.getOrDefault(stage, 0.0) + 1, value(time("count", stage)), stage);
      assertTrue(value(time("sum", stage)) > times.getOrDefault(stage, 0.0), stage);
    }
    assertTrue(answer.getDouble("timings.rankMs") > 0);
    assertTrue(answer.getDouble("timings.curateMs") > 0);
    assertTrue(value("passim_reader_windows_total") > windows);
    assertTrue(value("passim_reader_runs_total") > runs);
    assertTrue(value("passim_reader_tokens_total") > tokens);
    assertTrue(value("passim_reader_running_seconds_total") > running);
    assertTrue(value("passim_reader_tokenising_seconds_total") > tokenising);
    assertEquals(1, value("passim_reader_sessions"));
    assertEquals(0, value("passim_reader_places"), "nobody asks now");
  }

  private static String time(String what, String stage) {
    return "passim_questions_time_seconds_" + what + "{stage=\"" + stage + "\"}";
  }

  @Test
  void ratingsAreCounted() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    String id = TestLibrary.answer(collection, QUESTION).getString("id");
    for (String rating : List.of("up", "down")) {
      String meter = "passim_feedback_total{rating=\"" + rating + "\"}";
      double before = value(meter);
      given()
          .contentType("application/json")
          .body(Map.of("rating", rating))
          .put("/api/v1/answers/" + id + "/feedback")
          .then()
          .statusCode(204);
      assertEquals(before + 1, value(meter));
    }
  }

  @Test
  void documentsAreCountedByWhatBecameOfThem() throws Exception {
    String collection = TestLibrary.collection();
    double ready = value(documents("ready", ""));
    double failed = value(documents("failed", "document_damaged"));
    double passages = value("passim_index_passages");
    TestLibrary.ingest(collection, "two-pages.pdf");
    assertEquals(ready + 1, value(documents("ready", "")));
    assertTrue(value("passim_index_passages") > passages);
    assertEquals(0, value("passim_ingest_passages_without_vectors"));
    TestLibrary.ingest(
        collection, "damaged.pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8));
    assertEquals(failed + 1, value(documents("failed", "document_damaged")));
  }

  @Test
  void eachStageOfADocumentIsTimed() throws Exception {
    String collection = TestLibrary.collection();
    // Documents of other tests get their vectors after they are ready.
    await().until(() -> library.status().withoutVectors() == 0);
    Map<String, Double> counts = ingested();
    TestLibrary.ingest(collection, "two-pages.pdf");
    TestLibrary.ingest(
        collection, "damaged.pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8));
    Map<String, Integer> more = Map.of("parse", 2, "index", 1, "vectors", 1, "all", 2);
    await()
        .untilAsserted(() ->
            more.forEach((stage, count) ->
                assertEquals(
                    counts.getOrDefault(stage, 0.0) + count,
                    ingested().getOrDefault(stage, 0.0),
                    stage)));
    String published = published();
    for (String stage : more.keySet()) {
      assertTrue(value(published, ingestTime("sum", stage)) > 0, stage);
    }
    assertTrue(
        value(published, ingestTime("sum", "parse")) + value(published, ingestTime("sum", "index"))
            <= value(published, ingestTime("sum", "all")) + ROUNDING,
        published);
  }

  @Test
  void whatASearchCountsIsCounted() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    double misses = value(statistics("miss"));
    TestLibrary.answer(collection, QUESTION);
    assertTrue(value(statistics("miss")) > misses, "nobody has asked this collection before");
    double hits = value(statistics("hit"));
    TestLibrary.answer(collection, QUESTION);
    assertTrue(value(statistics("hit")) > hits);
  }

  private static String statistics(String result) {
    return "passim_index_statistics_total{result=\"" + result + "\"}";
  }

  private static Map<String, Double> ingested() {
    String published = published();
    return Stream.of("parse", "index", "vectors", "all")
        .collect(
            Collectors.toMap(
                stage -> stage, stage -> value(published, ingestTime("count", stage))));
  }

  private static String ingestTime(String what, String stage) {
    return "passim_ingest_time_seconds_" + what + "{stage=\"" + stage + "\"}";
  }

  private static String documents(String outcome, String problem) {
    return "passim_ingest_documents_total{outcome=\"" + outcome + "\",problem=\"" + problem + "\"}";
  }

  @Test
  void theQueueOfDocumentsIsTold() {
    String collection = TestLibrary.collection();
    RequestSpecification files = given();
    for (int i = 0; i < QUEUED; i++) {
      files.multiPart(
          "file", i + ".txt", (i + " is a number. ").repeat(500).getBytes(StandardCharsets.UTF_8));
    }
    files.post("/api/v1/collections/" + collection + "/documents").then().statusCode(202);
    Map<String, Double> most = new HashMap<>();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> {
          String published = published();
          for (String meter : QUEUE) {
            most.merge(meter, value(published, meter), Math::max);
          }
          return value(published, "passim_ingest_waiting") == 0
              && value(published, "passim_ingest_running") == 0;
        });
    for (String meter : QUEUE) {
      assertTrue(most.getOrDefault(meter, 0.0) > 0, most::toString);
    }
    assertEquals(0, value("passim_ingest_bytes_left"));
    given().delete("/api/v1/collections/" + collection).then().statusCode(204);
  }

  @Test
  void theQueueOfEvaluationsIsTold() {
    List<String> ids = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        ids.add(
            given()
                .contentType("application/json")
                .body("{\"name\": \"Queued\", \"dataset\": " + LONG + "}")
                .post("/api/v1/evaluations")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> value("passim_evaluations_running") == 1);
      assertEquals(1, value("passim_evaluations_waiting"));
    } finally {
      ids.reversed()
          .forEach(id -> given().delete("/api/v1/evaluations/" + id).then().statusCode(204));
    }
    assertEquals(0, value("passim_evaluations_waiting"));
    assertEquals(0, value("passim_evaluations_running"));
  }

  /** What is published beside these needs an event of its own above. */
  @Test
  void theseAreAllMeters() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    TestLibrary.answer(collection, QUESTION);
    Set<String> names = new TreeSet<>();
    published()
        .lines()
        .filter(line -> line.startsWith("# TYPE passim_") && !line.contains("_max "))
        .forEach(line -> names.add(line.split(" ", -1)[2]));
    assertEquals(
        new TreeSet<>(
            List.of(
                "passim_data_usable_bytes",
                "passim_encoder_places",
                "passim_evaluations_running",
                "passim_evaluations_waiting",
                "passim_feedback",
                "passim_index_passages",
                "passim_index_statistics",
                "passim_ingest_bytes_left",
                "passim_ingest_documents",
                "passim_ingest_passages_without_vectors",
                "passim_ingest_running",
                "passim_ingest_stalled",
                "passim_ingest_time_seconds",
                "passim_ingest_waiting",
                "passim_questions_confidence",
                "passim_questions_not_kept",
                "passim_questions_time_seconds",
                "passim_questions",
                "passim_reader_failed_runs",
                "passim_reader_padding_tokens",
                "passim_reader_places",
                "passim_reader_running_seconds",
                "passim_reader_runs",
                "passim_reader_sessions",
                "passim_reader_tokenising_seconds",
                "passim_reader_tokens",
                "passim_reader_windows")),
        names);
  }

  @Test
  void theDashboardShowsEveryQueueAndAsksOnlyForWhatThereIs() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    TestLibrary.answer(collection, QUESTION);
    String published = published();
    Set<String> shown = metrics(new ObjectMapper().readTree(DASHBOARD.toFile()));
    assertPublished(shown, published);
    assertTrue(
        shown.containsAll(
            List.of(
                "passim_encoder_places",
                "passim_evaluations_running",
                "passim_evaluations_waiting",
                "passim_ingest_running",
                "passim_ingest_waiting",
                "passim_reader_places")),
        shown::toString);
  }

  @Test
  void alertsAskOnlyForWhatThereIs() throws Exception {
    Set<String> watched = metrics(new YAMLMapper().readTree(ALERTS.toFile()));
    assertPublished(watched, published());
    assertTrue(
        watched.containsAll(
            List.of(
                "passim_data_usable_bytes",
                "passim_ingest_stalled",
                "passim_questions_not_kept_total")),
        watched::toString);
  }

  @Test
  void roomOnTheDiskIsTold() throws Exception {
    double usable = Files.getFileStore(data.dataDirectory()).getUsableSpace();
    assertEquals(usable, value("passim_data_usable_bytes"), usable / 2);
  }

  private static Set<String> metrics(JsonNode root) {
    Set<String> metrics = new TreeSet<>();
    for (JsonNode query : root.findValues("expr")) {
      METRIC.matcher(query.asText()).results().map(MatchResult::group).forEach(metrics::add);
    }
    return metrics;
  }

  private static void assertPublished(Set<String> metrics, String published) {
    assertEquals(
        List.of(), metrics.stream().filter(metric -> !published.contains("\n" + metric)).toList());
  }

  private static String published() {
    return given().get("/q/metrics").then().statusCode(200).extract().asString();
  }

  /** Of a metric with its labels as they are published, 0 if it is not. */
  private static double value(String metric) {
    return value(published(), metric);
  }

  private static double value(String published, String metric) {
    return published
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
