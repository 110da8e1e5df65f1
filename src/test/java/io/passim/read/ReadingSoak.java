package io.passim.read;

import ai.onnxruntime.OrtException;
import io.passim.inference.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: reads many questions and writes the process's resident memory as it goes.
 *
 * <pre>./mvnw -B -Dfrontend.skip=true test -Dtest=ReadingSoak -Dout=$PWD/soak.txt \
 *   [-Dquestions=10000 -Dpassages=FILE -Dmodels=models -Dreader=reader-minilm-l6]</pre>
 *
 * <p>The file is that of {@link ReadingThroughput}.
 */
class ReadingSoak {
  private static final int REPORTS = 20;

  @Test
  void read() throws IOException, OrtException {
    Path out = Path.of(Objects.requireNonNull(System.getProperty("out"), "set -Dout"));
    int questions = Integer.getInteger("questions", 10_000);
    int step = Math.ceilDiv(questions, REPORTS);
    StringBuilder report = new StringBuilder();
    try (ReadingComparison comparison = ReadingComparison.open()) {
      for (int i = 1; i <= questions; i++) {
        comparison.engine(i % comparison.size());
        if (i % step == 0) {
          report.append(
              String.format(
                  Locale.ROOT, "%d questions: %d MiB%n", i, ResidentMemory.bytes() >> 20));
          Files.writeString(out, report);
        }
      }
    }
  }
}
