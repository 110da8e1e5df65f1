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
    Path folder = inference.modelsDirectory().resolve(inference.reader());
    calibration =
        read(config.calibration().orElseGet(() -> named(folder, manifest)), manifest.sha256());
  }

  /**
   * The calibration that a reader's own manifest names.
   *
   * @throws IllegalStateException if there is none, or one of another reader
   */
  static Calibration own(Path folder, ModelManifest manifest) {
    return read(named(folder, manifest), manifest.sha256());
  }

  private static Calibration read(Path file, String readerSha256) {
    Calibration read = Calibration.read(file);
    read.requireFittedFor(readerSha256);
    return read;
  }

  private static Path named(Path folder, ModelManifest manifest) {
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
