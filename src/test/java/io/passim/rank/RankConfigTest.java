package io.passim.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RankConfigTest {
  private static RankConfig config(String... keysAndValues) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(RankConfig.class);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.withDefaultValue(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build().getConfigMapping(RankConfig.class);
  }

  @Test
  void defaults() {
    assertEquals(Optional.empty(), config().calibration());
    assertEquals(OptionalDouble.empty(), config().threshold());
  }

  @Test
  void keys() {
    RankConfig config = config("passim.rank.threshold", "0.7", "passim.rank.calibration", "c.json");
    assertEquals(OptionalDouble.of(0.7), config.threshold());
    assertEquals(Optional.of(Path.of("c.json")), config.calibration());
  }
}
