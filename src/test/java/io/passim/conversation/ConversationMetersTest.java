package io.passim.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/**
 * The outcomes that a request cannot bring about at will; the others are in {@code MetricsTest}.
 */
class ConversationMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ConversationMeters meters = new ConversationMeters(registry);

  @Test
  void whatWasNotAnsweredIsCounted() {
    meters.stopped();
    meters.overloaded();
    meters.failed();
    for (String outcome : new String[] {"stopped", "overloaded", "failed"}) {
      assertEquals(
          1, registry.get("passim.questions").tag("outcome", outcome).counter().count(), outcome);
    }
    assertEquals(0, registry.get("passim.questions").tag("outcome", "answered").counter().count());
  }
}
