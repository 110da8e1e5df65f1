package io.passim.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.evaluate.EvaluationConfig;
import io.passim.ingest.IngestConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromisedSizesTest {
  @ParameterizedTest
  @ValueSource(strings = {"passim.ingest.max-file-size", "passim.evaluate.max-dataset-size"})
  void whatDoesNotFitIntoARequestIsNotPromised(String key) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> start(Map.of(key, "1G"), "1G"));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(key), refused::toString);
    assertDoesNotThrow(() -> start(Map.of(key, "1G"), "1025M"));
  }

  @Test
  void theDefaultsFit() {
    assertDoesNotThrow(() -> start(Map.of(), "1G"));
  }

  private static void start(Map<String, String> settings, String limit) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(IngestConfig.class)
            .withMapping(EvaluationConfig.class)
            .withConverter(MemorySize.class, 1, new MemorySizeConverter())
            .withConverter(Duration.class, 1, new DurationConverter())
            .withDefaultValues(settings)
            .build();
    new PromisedSizes(
            new MemorySizeConverter().convert(limit),
            config.getConfigMapping(IngestConfig.class),
            config.getConfigMapping(EvaluationConfig.class))
        .check(new StartupEvent());
  }
}
