package io.passim.evaluate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.passim.ingest.DocumentLibrary;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The questions about the samples are not answered worse than the recorded figures say, but for a
 * small margin, and the same each time by the same index.
 *
 * <p>Where figures have changed for a reason, record them and say the reason in the commit: {@code
 * ./mvnw -Dfrontend.skip=true test -Dtest=SampleQuestionsTest -Drecord=true}.
 */
@QuarkusTest
@TestProfile(SampleDocuments.class)
class SampleQuestionsTest {
  private static final Path RECORDED = Path.of("src/test/resources/evaluation/samples.json");
  private static final int DIGITS = 4;

  /** Higher is better. */
  private static final List<String> GAINS =
      List.of(
          "exact",
          "f1",
          "hasAnswerExact",
          "hasAnswerF1",
          "noAnswerAccuracy",
          "bestExact",
          "bestF1",
          "recallAt1",
          "recallAt5",
          "recallAt20",
          "mrr",
          "auroc",
          "coverageAtAccuracy80");

  /**
   * What two indexes of the same documents may differ by. Passages are written twice, without and
   * with their vectors, and BM25's statistics count the first ones until they are merged away,
   * which depends on when each document came.
   */
  private static final BigDecimal MARGIN = new BigDecimal("0.02");

  /** Lower is better. */
  private static final List<String> LOSSES = List.of("ece");

  @Inject Evaluations evaluations;
  @Inject DatasetReader datasets;
  @Inject DocumentLibrary library;

  @Test
  void areNotAnsweredWorseThanRecorded() throws IOException {
    SampleDocuments.awaitIn(library);
    EvaluationReport report = report(questions());
    if (Boolean.getBoolean("record")) {
      record(report);
    }
    JsonNode recorded = new ObjectMapper().readTree(RECORDED.toFile());
    assertEquals(recorded.get("questions").asInt(), report.counts().questions());
    Map<String, @Nullable Double> metrics = report.metrics();
    List<String> worse = new ArrayList<>();
    for (String metric : GAINS) {
      if (rounded(metrics.get(metric)).add(MARGIN).compareTo(recorded.get(metric).decimalValue())
          < 0) {
        worse.add(metric + " fell from " + recorded.get(metric) + " to " + metrics.get(metric));
      }
    }
    for (String metric : LOSSES) {
      if (rounded(metrics.get(metric))
              .subtract(MARGIN)
              .compareTo(recorded.get(metric).decimalValue())
          > 0) {
        worse.add(metric + " rose from " + recorded.get(metric) + " to " + metrics.get(metric));
      }
    }
    assertEquals(List.of(), worse);
  }

  @Test
  void areAnsweredTheSameEachTime() throws IOException {
    SampleDocuments.awaitIn(library);
    SquadDataset some = new SquadDataset(questions().articles().subList(0, 2));
    Map<String, @Nullable Double> first = report(some).metrics();
    Map<String, @Nullable Double> second = report(some).metrics();
    first.keySet().removeIf(metric -> metric.startsWith("latency"));
    second.keySet().removeIf(metric -> metric.startsWith("latency"));
    assertEquals(first, second);
  }

  private SquadDataset questions() throws IOException {
    return datasets.read(SampleDocuments.QUESTIONS);
  }

  private EvaluationReport report(SquadDataset dataset) {
    Evaluation queued =
        evaluations.submit(
            new EvaluationRequest("Samples", List.of(SampleDocuments.COLLECTION), dataset));
    Evaluation ended =
        await()
            .atMost(Duration.ofMinutes(8))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> evaluations.find(queued.id()).orElseThrow(),
                evaluation -> evaluation.status().isFinal());
    assertEquals(EvaluationStatus.DONE, ended.status(), ended::toString);
    return Objects.requireNonNull(ended.report());
  }

  private static void record(EvaluationReport report) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode figures = json.createObjectNode();
    figures.put("questions", report.counts().questions());
    Stream.concat(GAINS.stream(), LOSSES.stream())
        .forEach(metric -> figures.put(metric, rounded(report.metrics().get(metric))));
    Files.createDirectories(RECORDED.getParent());
    Files.writeString(
        RECORDED, json.writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
  }

  /** What rounding in the last bits may change is no change. */
  private static BigDecimal rounded(@Nullable Double value) {
    return BigDecimal.valueOf(Objects.requireNonNull(value)).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
