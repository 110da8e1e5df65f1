package io.passim.web;

import io.passim.evaluate.EvaluationConfig;
import io.passim.ingest.IngestConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it that what is promised to be accepted fits into a request. A body that is larger than
 * one may be is cut off, whatever is in it.
 */
@ApplicationScoped
class PromisedSizes {
  private static final String KEY = "quarkus.http.limits.max-body-size";

  private final MemorySize limit;
  private final Map<String, MemorySize> promised;

  PromisedSizes(
      @ConfigProperty(name = KEY) MemorySize limit,
      IngestConfig ingest,
      EvaluationConfig evaluations) {
    this.limit = limit;
    promised =
        Map.of(
            "passim.ingest.max-file-size", ingest.maxFileSize(),
            "passim.evaluate.max-dataset-size", evaluations.maxDatasetSize());
  }

  /** A form is some bytes longer than the file in it. */
  void check(@Observes @Priority(1) StartupEvent event) {
    promised.forEach((key, size) -> {
      if (size.asLongValue() >= limit.asLongValue()) {
        throw new IllegalStateException(
            key
                + " is "
                + size.asLongValue()
                + " bytes and no request holds that: it must be less than "
                + KEY
                + ", which is "
                + limit.asLongValue()
                + ".");
      }
    });
  }
}
