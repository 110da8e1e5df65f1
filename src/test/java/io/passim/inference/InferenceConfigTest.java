package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InferenceConfigTest {
  private static InferenceConfig config(String... keysAndValues) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(InferenceConfig.class);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.withDefaultValue(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build().getConfigMapping(InferenceConfig.class);
  }

  @Test
  void defaults() {
    InferenceConfig config = config();
    assertEquals(Path.of("models"), config.modelsDirectory());
    assertEquals("reader-minilm-l12", config.reader());
    assertEquals(OptionalInt.empty(), config.threads());
    assertEquals(DeviceChoice.Wanted.AUTO, config.device());
    assertEquals(OptionalInt.empty(), config.workers());
    assertEquals(OptionalInt.empty(), config.batchTokens());
    assertEquals(32, config.queue());
    assertEquals(384, config.window());
    assertEquals(128, config.stride());
    assertEquals(64, config.questionTokens());
  }

  @Test
  void keys() {
    InferenceConfig config =
        config(
            "passim.inference.models-directory", "elsewhere",
            "passim.inference.reader", "other",
            "passim.inference.threads", "3",
            "passim.inference.device", "cuda",
            "passim.inference.workers", "2",
            "passim.inference.batch-tokens", "512",
            "passim.inference.queue", "5",
            "passim.inference.window", "256",
            "passim.inference.stride", "64",
            "passim.inference.question-tokens", "32");
    assertEquals(Path.of("elsewhere"), config.modelsDirectory());
    assertEquals("other", config.reader());
    assertEquals(OptionalInt.of(3), config.threads());
    assertEquals(DeviceChoice.Wanted.CUDA, config.device());
    assertEquals(OptionalInt.of(2), config.workers());
    assertEquals(OptionalInt.of(512), config.batchTokens());
    assertEquals(5, config.queue());
    assertEquals(256, config.window());
    assertEquals(64, config.stride());
    assertEquals(32, config.questionTokens());
  }
}
