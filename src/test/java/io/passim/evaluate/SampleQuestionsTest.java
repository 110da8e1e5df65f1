package io.passim.evaluate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.passim.answer.AnswerMonitor;
import io.passim.answer.QuestionAnswerer;
import io.passim.document.DocumentScope;
import io.passim.index.IndexConfig;
import io.passim.index.PassageIndex;
import io.passim.index.TemporaryIndex;
import io.passim.inference.EncoderModel;
import io.passim.ingest.DocumentLibrary;
import io.passim.retrieve.PassageRetriever;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions about the samples are not answered worse than the recorded figures say, over all
 * and in each language, and the same each time.
 *
 * <p>Where figures have changed for a reason, such as another reader, record them with {@code
 * scripts/record-sample-figures} and say the reason in the commit.
 */
@QuarkusTest
@TestProfile(SampleDocuments.class)
class SampleQuestionsTest {
  private static final Path RECORDED = Path.of("src/test/resources/evaluation/samples.json");
  private static final int DIGITS = 4;

  /**
   * On one machine there is no difference. A processor with other instructions rounds otherwise,
   * which may turn two questions, or one of a language that has few.
   */
  private static final double MARGIN = 0.01;

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

  /** Lower is better. */
  private static final List<String> LOSSES = List.of("ece");

  /** Higher is better, in each language. */
  private static final List<String> OF_LANGUAGES = List.of("f1", "bestF1", "recallAt20");

  @Inject Evaluations evaluations;
  @Inject DatasetReader datasets;
  @Inject DocumentLibrary library;
  @Inject QuestionAnswerer answerer;
  @Inject PassageRetriever retriever;
  @Inject PassageIndex index;
  @Inject EncoderModel encoder;
  @Inject IndexConfig indexing;
  @TempDir Path directory;

  @Test
  void areNotAnsweredWorseThanRecorded() throws IOException {
    SampleDocuments.awaitIn(library);
    ObjectNode measured = figures(measure(questions()));
    if (Boolean.getBoolean("record")) {
      record(measured);
    }
    System.out.println("Measured: " + measured);
    JsonNode recorded = new ObjectMapper().readTree(RECORDED.toFile());
    assertEquals(recorded.get("questions"), measured.get("questions"));
    List<String> worse = new ArrayList<>();
    GAINS.forEach(metric -> compare(recorded, measured, "/" + metric, true, MARGIN, worse));
    LOSSES.forEach(metric -> compare(recorded, measured, "/" + metric, false, MARGIN, worse));
    JsonNode languages = recorded.get("languages");
    assertEquals(names(languages), names(measured.get("languages")));
    for (String language : names(languages)) {
      double one = 1.0 / recorded.at("/languages/" + language + "/questions").intValue();
      for (String metric : OF_LANGUAGES) {
        String figure = "/languages/" + language + "/" + metric;
        compare(recorded, measured, figure, true, Math.max(MARGIN, one), worse);
      }
    }
    assertEquals(
        List.of(), worse, "If this has a reason, run scripts/record-sample-figures and say it.");
  }

  private static void compare(
      JsonNode recorded,
      JsonNode measured,
      String figure,
      boolean higherIsBetter,
      double margin,
      List<String> worse) {
    BigDecimal before = recorded.at(figure).decimalValue();
    BigDecimal now = measured.at(figure).decimalValue();
    BigDecimal loss = higherIsBetter ? before.subtract(now) : now.subtract(before);
    if (loss.compareTo(BigDecimal.valueOf(margin)) > 0) {
      worse.add(figure + " went from " + before + " to " + now);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Over an index that is the same each time, and else what people ask. */
  private EvaluationReport measure(SquadDataset dataset) {
    try (TemporaryIndex copy = TemporaryIndex.in(directory, indexing)) {
      SampleIndex.copy(index, SampleDocuments.COLLECTION, copy.passages(), encoder);
      PassageRetriever from = retriever.over(copy.passages());
      QuestionEvaluator evaluator =
          new QuestionEvaluator(answerer.over(from), from, DocumentScope.EVERYWHERE, true);
      return ReportBuilder.report(
          dataset.questions().stream()
              .map(asked -> evaluator.evaluate(asked, AnswerMonitor.NONE).outcome())
              .toList());
    }
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

  private static ObjectNode figures(EvaluationReport report) {
    ObjectNode figures = new ObjectMapper().createObjectNode();
    figures.put("questions", report.counts().questions());
    Stream.concat(GAINS.stream(), LOSSES.stream())
        .forEach(metric -> figures.put(metric, rounded(report.metrics().get(metric))));
    ObjectNode languages = figures.putObject("languages");
    for (EvaluationReport.Group group : report.languages()) {
      ObjectNode language = languages.putObject(group.name());
      language.put("questions", group.questions());
      language.put("f1", rounded(group.f1()));
      language.put("bestF1", rounded(group.bestF1()));
      language.put("recallAt20", rounded(group.recallAt20()));
    }
    return figures;
  }

  private static void record(ObjectNode figures) throws IOException {
    Files.createDirectories(RECORDED.getParent());
    Files.writeString(
        RECORDED,
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
  }

  /** What rounding in the last bits may change is no change. */
  private static BigDecimal rounded(@Nullable Double value) {
    return BigDecimal.valueOf(Objects.requireNonNull(value)).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
