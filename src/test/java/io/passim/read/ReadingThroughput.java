package io.passim.read;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.Measurement;
import io.passim.inference.ReaderStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A tool, not a test: passages per second of our engine and of bare ONNX Runtime, as one batch and
 * with each window alone, measured in turns so that a busy machine troubles all alike.
 *
 * <pre>
 * ./mvnw -B -Dfrontend.skip=true test -DenableAssertions=false -Dtest=ReadingThroughput -Dout=$PWD/reading.json \
 *   [-Dmodels=models -Dreader=reader-minilm-l6 -Dpassages=FILE -Drounds=30 \
 *    -Ddevice=cpu -Dworkers=2 -Dthreads=1 -DbatchTokens=512]</pre>
 *
 * <p>The file has one JSON object a line, {@code {"question": "", "passages": [""]}}; a round reads
 * all of them. A fifth as many rounds come before, to warm up, and are not counted.
 */
class ReadingThroughput {
  @Test
  void measure() throws IOException, OrtException {
    Measurement.requireNoAssertions();
    Path out = Path.of(Objects.requireNonNull(System.getProperty("out"), "set -Dout"));
    int rounds = Integer.getInteger("rounds", 30);
    try (ReadingComparison comparison = ReadingComparison.open()) {
      measure(comparison, Math.ceilDiv(rounds, 5));
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(Files.newBufferedWriter(out), measure(comparison, rounds));
    }
  }

  private static Map<String, Double> measure(ReadingComparison comparison, int rounds)
      throws OrtException {
    ReaderStatistics before = comparison.model().statistics();
    long engine = 0;
    long bare = 0;
    long alone = 0;
    long passages = 0;
    for (int round = 0; round < rounds; round++) {
      for (int item = 0; item < comparison.size(); item++) {
        long start = System.nanoTime();
        comparison.engine(item);
        long between = System.nanoTime();
        comparison.bare(item);
        long batched = System.nanoTime();
        comparison.bareAlone(item);
        engine += between - start;
        bare += batched - between;
        alone += System.nanoTime() - batched;
        passages += comparison.passages(item);
      }
    }
    ReaderStatistics done = comparison.model().statistics().since(before);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("engine_passages_per_s", passages * 1e9 / engine);
    figures.put("bare_passages_per_s", passages * 1e9 / bare);
    figures.put("bare_alone_passages_per_s", passages * 1e9 / alone);
    figures.put("ratio", (double) bare / engine);
    figures.put("ratio_to_alone", (double) alone / engine);
    figures.put("tokenising_share", done.tokenisingShare());
    figures.put("padding_share", done.paddingShare());
    return figures;
  }
}
