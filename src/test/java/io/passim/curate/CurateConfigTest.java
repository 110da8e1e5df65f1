package io.passim.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class CurateConfigTest {
  @Test
  void keysAndDefaults() {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(CurateConfig.class);
    assertEquals(0.85, builder.build().getConfigMapping(CurateConfig.class).threshold());
    assertEquals(
        0.9,
        new SmallRyeConfigBuilder()
            .withMapping(CurateConfig.class)
            .withDefaultValue("passim.curate.threshold", "0.9")
            .build()
            .getConfigMapping(CurateConfig.class)
            .threshold());
  }
}
