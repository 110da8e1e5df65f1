package io.passim.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.passim.document.Document;
import io.passim.document.DocumentScope;
import io.passim.document.Problem;
import io.passim.index.PassageIndex;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Publishes the queue of documents, what became of them, and the size of the index as {@code
 * passim.ingest.*} and {@code passim.index.*}. Safe for use by many threads.
 */
@ApplicationScoped
class IngestMeters {
  private final MeterRegistry registry;

  IngestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The registry asks when somebody looks. */
  void bind(@Observes StartupEvent start, DocumentLibrary documents, PassageIndex index) {
    gauge("waiting", "documents that nobody works on yet", documents, IngestStatus::waiting);
    gauge("running", "documents that are being taken in", documents, IngestStatus::running);
    gauge("bytes.left", "of the originals of both", documents, IngestStatus::bytesLeft);
    gauge(
        "passages.without.vectors",
        "passages that words find and vectors do not yet",
        documents,
        IngestStatus::withoutVectors);
    gauge(
        "stalled",
        "1 while documents wait for something that the server lacks, such as room on the disk",
        documents,
        status -> status.stalled() == null ? 0 : 1);
    Gauge.builder("passim.index.passages", index, each -> each.passages(DocumentScope.EVERYWHERE))
        .description("passages that can be found")
        .register(registry);
  }

  /** Counts a document that has come to its end. */
  void finished(IngestOutcome outcome, Duration time) {
    switch (outcome) {
      case IngestOutcome.Ready _ -> count("ready", "");
      case IngestOutcome.Duplicate _ -> count("duplicate", "");
      case IngestOutcome.Superseded _ -> count("superseded", "");
      case IngestOutcome.Failed(Document failed) -> {
        Problem problem = failed.problem();
        count("failed", problem == null ? "" : problem.code());
      }
      case IngestOutcome.Waiting _ -> count("waiting", "");
      case IngestOutcome.Withdrawn _ -> count("withdrawn", "");
    }
    Timer.builder("passim.ingest.time")
        .description("time from a document's turn to its end")
        .register(registry)
        .record(time);
  }

  private void count(String outcome, String problem) {
    Counter.builder("passim.ingest.documents")
        .description("documents by what became of them")
        .tag("outcome", outcome)
        .tag("problem", problem)
        .register(registry)
        .increment();
  }

  private void gauge(
      String name,
      String description,
      DocumentLibrary documents,
      ToDoubleFunction<IngestStatus> value) {
    Gauge.builder("passim.ingest." + name, documents, each -> value.applyAsDouble(each.status()))
        .description(description)
        .register(registry);
  }
}
