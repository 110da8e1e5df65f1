package io.passim.rank;

import io.passim.inference.InferenceConfig;
import io.passim.inference.ModelManifest;
import io.passim.inference.ReaderModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Locale;

/** Finds the calibration of the configured reader, and requires that it was fitted for it. */
@ApplicationScoped
class ReaderCalibration {
  private final Calibration calibration;

  /**
   * @throws IllegalStateException if there is none, or one of another reader
   */
  ReaderCalibration(RankConfig config, InferenceConfig inference, ReaderModel reader) {
    ModelManifest manifest = reader.manifest();
    calibration =
        Calibration.read(config.calibration().orElseGet(() -> named(manifest, inference)));
    calibration.requireFittedFor(manifest.sha256());
  }

  private static Path named(ModelManifest manifest, InferenceConfig inference) {
    Path folder = inference.modelsDirectory().resolve(inference.reader());
    if (manifest.calibration() == null) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the model.json in %s names no calibration: fit one as models/training/README.md says,"
                  + " and name it there or in passim.rank.calibration",
              folder));
    }
    return folder.resolve(manifest.calibration());
  }

  Calibration get() {
    return calibration;
  }
}
