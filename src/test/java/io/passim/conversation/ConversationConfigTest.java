package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationConfigTest {
  private static ConversationConfig config(String... keysAndValues) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withMapping(ConversationConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter());
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.withDefaultValue(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build().getConfigMapping(ConversationConfig.class);
  }

  @Test
  void defaults() {
    ConversationConfig config = config();
    assertEquals(1000, config.maxQuestionLength());
    assertEquals(5, config.historyTurns());
    assertEquals(Duration.ofSeconds(10), config.reconnectGrace());
    assertEquals(Optional.empty(), config.retention());
  }

  @Test
  void keys() {
    ConversationConfig config =
        config(
            "passim.conversation.max-question-length", "200",
            "passim.conversation.history-turns", "2",
            "passim.conversation.reconnect-grace", "3s",
            "passim.conversation.retention", "24h");
    assertEquals(200, config.maxQuestionLength());
    assertEquals(2, config.historyTurns());
    assertEquals(Duration.ofSeconds(3), config.reconnectGrace());
    assertEquals(Optional.of(Duration.ofHours(24)), config.retention());
  }
}
