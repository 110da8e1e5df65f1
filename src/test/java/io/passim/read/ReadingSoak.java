package io.passim.read;

import ai.onnxruntime.OrtException;
import io.passim.Measurement;
import io.passim.inference.MemoryParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: reads many questions and writes as it goes what memory the process occupies,
 * and what the parts of it are: the Java heap and the rest of the JVM, as committed, and what
 * others have allocated, and freed to an allocator that keeps it. At first and at last it has the
 * heap collected, to tell what is left.
 *
 * <pre>
 * ./mvnw -B -Dfrontend.skip=true test -DenableAssertions=false -Dtest=ReadingSoak -Dout=$PWD/soak.txt \
 *   -DargLine=-XX:NativeMemoryTracking=summary \
 *   [-Dquestions=10000 -Dpassages=FILE -Dmodels=models -Dreader=reader-minilm-l6]</pre>
 *
 * <p>The file is that of {@link ReadingThroughput}. Without the tracking, and on systems without
 * glibc, parts are -1.
 */
class ReadingSoak {
  private static final int REPORTS = 20;
  private static final String HEADER =
      "MiB after questions: resident; heap, jvm beside it; allocated by others, kept when freed\n";

  @Test
  void read() throws IOException, OrtException {
    Measurement.requireNoAssertions();
    Path out = Path.of(Objects.requireNonNull(System.getProperty("out"), "set -Dout"));
    int questions = Integer.getInteger("questions", 10_000);
    int step = Math.ceilDiv(questions, REPORTS);
    StringBuilder report = new StringBuilder(HEADER);
    try (ReadingComparison comparison = ReadingComparison.open()) {
      for (int i = 1; i <= questions; i++) {
        comparison.engine(i % comparison.size());
        if (i % step == 0) {
          report.append(line(i, MemoryParts.now()));
          if (i == step || i + step > questions) {
            report.append(
                String.format(Locale.ROOT, "live heap: %d%n", mebibytes(MemoryParts.liveHeap())));
          }
          Files.writeString(out, report);
        }
      }
    }
  }

  private static String line(int questions, MemoryParts parts) {
    return String.format(
        Locale.ROOT,
        "%d: %d; %d, %d; %d, %d%n",
        questions,
        mebibytes(parts.resident()),
        mebibytes(parts.heap()),
        mebibytes(parts.jvm()),
        mebibytes(parts.allocated()),
        mebibytes(parts.kept()));
  }

  private static long mebibytes(long bytes) {
    return bytes >> 20;
  }
}
