package io.passim.ingest.parse;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of a worker, as they are by default but for the time. */
final class WorkerSettings {
  static final ParseConfig PATIENT = with(Map.of("passim.ingest.parse.timeout", "120s"));

  private WorkerSettings() {}

  static ParseConfig with(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        // So that a default may name another setting.
        .addDefaultInterceptors()
        .withDefaultValue("passim.data-directory", "target/worker-settings")
        .withMapping(ParseConfig.class)
        .withConverter(MemorySize.class, 1, new MemorySizeConverter())
        .withConverter(Duration.class, 1, new DurationConverter())
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(ParseConfig.class);
  }
}
