package io.passim.rank;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** How sure an answer must be. */
@ConfigMapping(prefix = "passim.rank")
public interface RankConfig {
  /** Calibration to use instead of the one that the reader's {@code model.json} names. */
  Optional<Path> calibration();

  /**
   * Confidence at or above which the best answer is given; the calibration's own if not set. A
   * collection may have another ({@link CollectionThresholds}).
   */
  OptionalDouble threshold();
}
