package io.passim.rank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How sure an answer must be. */
@ConfigMapping(prefix = "passim.rank")
public interface RankConfig {
  /** The reader's calibration; by default the file beside the model. */
  @WithDefault(
      "${passim.inference.models-directory:models}/${passim.inference.reader:reader-minilm-l6}/calibration.json")
  Path calibration();

  /** Confidence at or above which the best answer is given; the calibration's own if not set. */
  OptionalDouble threshold();
}
