package io.passim.inference;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/**
 * Loads the configured models when the application starts and closes them when it stops. Called by
 * the container, by one thread at a time.
 */
@ApplicationScoped
class Models {
  @Produces
  @ApplicationScoped
  ReaderModel reader(InferenceConfig config) {
    return OnnxReaderModel.open(config);
  }

  void close(@Disposes ReaderModel reader) {
    if (reader instanceof OnnxReaderModel loaded) {
      loaded.close();
    }
  }

  @Produces
  @ApplicationScoped
  EncoderModel encoder(InferenceConfig config) {
    return OnnxEncoderModel.open(config);
  }

  void close(@Disposes EncoderModel encoder) {
    if (encoder instanceof OnnxEncoderModel loaded) {
      loaded.close();
    }
  }

  /** A model that cannot be loaded stops the start, with the reason, and not the first question. */
  void load(@Observes StartupEvent start, ReaderModel reader, EncoderModel encoder) {
    reader.manifest();
    encoder.manifest();
  }
}
