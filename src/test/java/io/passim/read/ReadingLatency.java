package io.passim.read;

import io.passim.Measurement;
import io.passim.inference.TestReaders;
import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: measures how long a question is read for when all passages must be read.
 *
 * <pre>
 * ./mvnw -B -Dfrontend.skip=true test -DenableAssertions=false -Dtest=ReadingLatency -Dout=$PWD/latency.txt [-Dreader=NAME]
 * </pre>
 */
class ReadingLatency {
  private static final int WARM_UP = 20;
  private static final int QUESTIONS = 100;

  @Test
  void measure() throws IOException {
    Measurement.requireNoAssertions();
    Path out = Path.of(Objects.requireNonNull(System.getProperty("out"), "set -Dout"));
    StringBuilder report = new StringBuilder();
    for (int passages : List.of(4, 8, 10)) {
      double[] millis = read(passages);
      report.append(
          String.format(
              Locale.ROOT,
              "%d passages: p50 %.0f ms, p95 %.0f ms%n",
              passages,
              millis[QUESTIONS / 2],
              millis[QUESTIONS * 95 / 100]));
    }
    Files.writeString(out, report);
  }

  private static double[] read(int count) {
    PassageReader reader = TestPassageReaders.of(TestReaders.ofProperties(), count);
    String[] texts =
        IntStream.range(0, count).mapToObj(TestPassages::unrelated).toArray(String[]::new);
    List<RetrievedPassage> passages = TestPassages.of(texts);
    StandaloneQuestion question = TestPassages.question("Who designed the lighthouse at Créac'h?");
    double[] millis = new double[QUESTIONS];
    for (int i = -WARM_UP; i < QUESTIONS; i++) {
      long start = System.nanoTime();
      reader.read(question, passages, new Watching());
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis;
  }
}
