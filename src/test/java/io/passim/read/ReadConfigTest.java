package io.passim.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class ReadConfigTest {
  @Test
  void defaults() {
    ReadConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ReadConfig.class)
            .build()
            .getConfigMapping(ReadConfig.class);
    assertEquals(10, config.passages());
    assertTrue(config.earlyStop());
    assertEquals(30, config.answerTokens());
    assertEquals(3, config.candidates());
    assertEquals(12, config.attributedWords());
  }

  @Test
  void keys() {
    ReadConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ReadConfig.class)
            .withDefaultValue("passim.read.passages", "1")
            .withDefaultValue("passim.read.early-stop", "false")
            .withDefaultValue("passim.read.answer-tokens", "2")
            .withDefaultValue("passim.read.candidates", "3")
            .withDefaultValue("passim.read.attributed-words", "5")
            .build()
            .getConfigMapping(ReadConfig.class);
    assertEquals(1, config.passages());
    assertFalse(config.earlyStop());
    assertEquals(2, config.answerTokens());
    assertEquals(3, config.candidates());
    assertEquals(5, config.attributedWords());
  }
}
