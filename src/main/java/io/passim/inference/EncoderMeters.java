package io.passim.inference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes the encoder's queue as {@code passim.encoder.places}. Called by the registry. */
@ApplicationScoped
class EncoderMeters implements MeterBinder {
  private final EncoderModel encoder;

  EncoderMeters(EncoderModel encoder) {
    this.encoder = encoder;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("passim.encoder.places", encoder, EncoderModel::places)
        .description("questions that are encoded or wait for it")
        .register(registry);
  }
}
