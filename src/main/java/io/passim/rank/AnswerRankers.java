package io.passim.rank;

import io.passim.inference.ModelManifest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Ranks what other readers than the server's have found. Any thread may call. */
@ApplicationScoped
public class AnswerRankers {
  private final RankConfig config;

  AnswerRankers(RankConfig config) {
    this.config = config;
  }

  /**
   * Ranks by the calibration that the reader's own manifest names; {@code passim.rank.calibration}
   * is the server's. The threshold is the configured one or else that of this calibration, as it
   * would be if the server used this reader.
   *
   * @param folder of the reader
   * @throws IllegalStateException if there is no calibration, or one of another reader
   */
  public AnswerRanker of(Path folder, ModelManifest manifest) {
    return new CalibratedRanker(config, ReaderCalibration.own(folder, manifest));
  }
}
