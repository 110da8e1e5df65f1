package io.passim.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How conversations are held and kept. */
@ConfigMapping(prefix = "passim.conversation")
public interface ConversationConfig {
  /** Longest question, in UTF-16 code units. */
  @WithDefault("1000")
  int maxQuestionLength();

  /** Earlier turns that a follow-up can lean on. */
  @WithDefault("5")
  int historyTurns();

  /**
   * How long a question goes on when nobody follows its conversation any more, for somebody who
   * comes back; then it is stopped.
   */
  @WithDefault("10s")
  Duration reconnectGrace();

  /** How long conversations are kept from their start; for ever if unset. */
  Optional<Duration> retention();
}
