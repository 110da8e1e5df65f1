package io.passim.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class EvaluationConfigTest {
  private static EvaluationConfig config(String... keysAndValues) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(EvaluationConfig.class)
            .withConverter(MemorySize.class, 200, new MemorySizeConverter());
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.withDefaultValue(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build().getConfigMapping(EvaluationConfig.class);
  }

  @Test
  void defaults() {
    EvaluationConfig config = config();
    assertEquals(100L << 20, config.maxDatasetSize().asLongValue());
    assertEquals(100_000, config.maxQuestions());
    assertEquals(1000, config.maxQuestionLength());
    assertEquals(10, config.queue());
    assertEquals(1L << 30, config.maxReaderSize().asLongValue());
  }

  @Test
  void keys() {
    EvaluationConfig config =
        config(
            "passim.evaluate.max-dataset-size", "1M",
            "passim.evaluate.max-questions", "2",
            "passim.evaluate.max-question-length", "3",
            "passim.evaluate.queue", "4",
            "passim.evaluate.max-reader-size", "5M");
    assertEquals(1 << 20, config.maxDatasetSize().asLongValue());
    assertEquals(2, config.maxQuestions());
    assertEquals(3, config.maxQuestionLength());
    assertEquals(4, config.queue());
    assertEquals(5L << 20, config.maxReaderSize().asLongValue());
  }

  @Test
  void questionsAreAsLongAsPeopleMayAsk() {
    assertEquals(200, config("passim.conversation.max-question-length", "200").maxQuestionLength());
  }
}
