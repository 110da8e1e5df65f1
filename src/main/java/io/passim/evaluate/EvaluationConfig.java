package io.passim.evaluate;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may be evaluated. */
@ConfigMapping(prefix = "passim.evaluate")
public interface EvaluationConfig {
  /** The largest dataset, as JSON. */
  @WithDefault("100M")
  MemorySize maxDatasetSize();

  /** Most questions of a dataset. */
  @WithDefault("100000")
  int maxQuestions();

  /** Longest question of a dataset, in UTF-16 code units; as long as people may ask. */
  @WithDefault("${passim.conversation.max-question-length:1000}")
  int maxQuestionLength();

  /** Evaluations that may wait beside the one that runs. */
  @WithDefault("10")
  int queue();

  /**
   * The largest graph of a reader that is loaded beside the server's; loaded it takes about twice
   * as much memory.
   */
  @WithDefault("1G")
  MemorySize maxReaderSize();
}
