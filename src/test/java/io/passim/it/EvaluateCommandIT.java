package io.passim.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application asked to evaluate instead of serving. */
class EvaluateCommandIT {
  private static final String DATASET =
      """
      {"data": [{"title": "Harbour", "paragraphs": [
        {"context": "The harbour wall was built in 1931. It is 80 metres long.", "qas": [
          {"id": "1", "question": "When was the harbour wall built?", "answers": [{"text": "1931"}]},
          {"id": "2", "question": "Who built the harbour wall?", "is_impossible": true,
           "answers": []}]}]}]}
      """;

  /** More questions than are asked until it is stopped. */
  private static final int LONG = 500;

  /** Some of them are. */
  private static final Pattern ASKED = Pattern.compile("^[1-9]\\d* of " + LONG, Pattern.MULTILINE);

  @TempDir Path directory;
  private Path data;
  private Path dataset;

  @BeforeEach
  void write() throws IOException {
    data = directory.resolve("data");
    dataset = Files.writeString(directory.resolve("dev.json"), DATASET);
  }

  @Test
  void printsFiguresAndWritesFiles() throws Exception {
    Path json = directory.resolve("out.json");
    Path csv = directory.resolve("out.csv");
    Ended ended =
        run(dataset.toString(), "--name", "March", "--json", "" + json, "--csv", "" + csv);
    assertEquals(0, ended.code(), ended::toString);
    assertTrue(ended.out().contains("hasAnswerExact               1.0000"), ended::toString);
    assertTrue(ended.out().startsWith("evaluation                   March"), ended::toString);
    assertFalse(ended.err().contains("Listening on"), ended::toString);
    JsonNode figures = new ObjectMapper().readTree(json.toFile());
    assertEquals("done", figures.get("status").asText());
    assertEquals(1, figures.at("/metrics/hasAnswerF1").asDouble());
    assertEquals(3, Files.readAllLines(csv).size());
    // A server over the same data knows the evaluation.
    try (PassimProcess server = PassimProcess.start(data, PassimProcess.WITHOUT_SAMPLES)) {
      assertEquals(
          200, server.client().status("/api/v1/evaluations/" + figures.get("id").asText()));
    }
  }

  /** SIGTERM, because who starts tests in the background may have SIGINT ignored. */
  @Test
  void aSignalEndsItWithTheFiguresUntilThen() throws Exception {
    Files.writeString(dataset, harbours(LONG));
    Path json = directory.resolve("out.json");
    Path csv = directory.resolve("out.csv");
    Process process = start(dataset.toString(), "--json", "" + json, "--csv", "" + csv);
    try {
      await()
          .atMost(2, TimeUnit.MINUTES)
          .until(() -> ASKED.matcher(Files.readString(err())).find() || !process.isAlive());
      process.destroy();
      Ended ended = ended(process);
      assertEquals(128 + 15, ended.code(), ended::toString);
      JsonNode figures = new ObjectMapper().readTree(json.toFile());
      assertEquals("cancelled", figures.get("status").asText());
      int asked = figures.get("asked").asInt();
      assertTrue(asked > 0 && asked < LONG, figures::toString);
      assertEquals(asked, figures.at("/metrics/questions").asInt());
      assertEquals(1 + asked, Files.readAllLines(csv).size());
      assertTrue(ended.out().contains("questions                    " + asked), ended::toString);
      assertTrue(
          ended.err().contains("Stopped after " + asked + " of " + LONG + " questions."),
          ended::toString);
      assertFalse(ended.err().contains("\tat "), ended::toString);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String harbours(int questions) {
    return IntStream.range(0, questions)
        .mapToObj(
            i -> "{\"id\": \"" + i + "\", \"question\": \"When was it built?\", \"answers\": []}")
        .collect(
            Collectors.joining(
                ",",
                "{\"data\": [{\"paragraphs\": [{\"context\": \"It was built in 1931.\", \"qas\": [",
                "]}]}]}"));
  }

  @Test
  void saysThatAServerUsesTheData() throws Exception {
    try (PassimProcess _ = PassimProcess.start(data, PassimProcess.WITHOUT_SAMPLES)) {
      Ended ended = run(dataset.toString());
      assertEquals(1, ended.code(), ended::toString);
      assertTrue(ended.err().contains("A Passim server works in "), ended::toString);
      assertFalse(ended.err().contains("\tat "), ended::toString);
    }
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    assertUsage("Which file?");
    assertUsage("that can be read", directory.resolve("no.json").toString());
    assertUsage("There is no collection \"no\".", dataset.toString(), "--collection", "no");
    Path wrong = Files.writeString(directory.resolve("wrong.json"), "{\"data\": []}");
    assertUsage("The dataset has no questions.", wrong.toString());
    Path none = Files.writeString(directory.resolve("none.json"), "none");
    assertUsage("is not JSON", none.toString());
  }

  private void assertUsage(String message, String... arguments) throws Exception {
    Ended ended = run(arguments);
    assertEquals(2, ended.code(), ended::toString);
    assertTrue(ended.err().contains(message), ended::toString);
    assertFalse(ended.err().contains("\tat "), ended::toString);
  }

  private Ended run(String... arguments) throws Exception {
    Process process = start(arguments);
    try {
      return ended(process);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(PassimProcess.command(directory));
    command.add("evaluate");
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out().toFile()).redirectError(err().toFile());
    builder.environment().put("PASSIM_DATA_DIR", data.toString());
    return builder.start();
  }

  private Ended ended(Process process) throws Exception {
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> "it goes on");
    return new Ended(process.exitValue(), Files.readString(out()), Files.readString(err()));
  }

  private Path out() {
    return directory.resolve("out.txt");
  }

  private Path err() {
    return directory.resolve("err.txt");
  }

  /** How a process ended, and what it said. */
  private record Ended(int code, String out, String err) {}
}
