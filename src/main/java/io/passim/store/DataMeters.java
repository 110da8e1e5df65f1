package io.passim.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Publishes the room on the disk of the data directory as {@code passim.data.usable}. */
@Singleton
class DataMeters {
  /** The registry asks when somebody looks. */
  void bind(@Observes StartupEvent start, MeterRegistry registry, DataDisk disk) {
    Gauge.builder("passim.data.usable", disk, DataMeters::usableBytes)
        .description("room that is left on the disk of the data directory")
        .baseUnit("bytes")
        .register(registry);
  }

  private static double usableBytes(DataDisk disk) {
    try {
      return disk.usableBytes();
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
