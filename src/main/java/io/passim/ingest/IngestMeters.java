package io.passim.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.passim.document.Document;
import io.passim.document.DocumentScope;
import io.passim.document.Problem;
import io.passim.index.PassageIndex;
import io.passim.index.StatisticsLookups;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the queue of documents, what became of them, and the size of the index and what its
 * searches count as {@code passim.ingest.*} and {@code passim.index.*}. Safe for use by many
 * threads.
 */
@ApplicationScoped
class IngestMeters {
  private final MeterRegistry registry;

  /** What the time of a document goes into. */
  private enum Stage {
    /** Until its text is there, or it is known that there is none. */
    PARSE,
    /** From there until it is searchable by words. */
    INDEX,
    /** Encoding its passages and writing their vectors, letting people's questions go first. */
    VECTORS,
    /** From its turn to its end; without vectors, which come after it. */
    ALL
  }

  IngestMeters(MeterRegistry registry) {
    this.registry = registry;
    // So that they are there before the first document.
    for (Stage stage : Stage.values()) {
      time(stage);
    }
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
    statistics("hit", index, StatisticsLookups::hits);
    statistics("miss", index, StatisticsLookups::misses);
  }

  private void statistics(
      String result, PassageIndex index, ToDoubleFunction<StatisticsLookups> value) {
    FunctionCounter.builder(
            "passim.index.statistics", index, each -> value.applyAsDouble(each.statisticsLookups()))
        .description("statistics of a segment that a search needed: kept, or counted anew")
        .tag("result", result)
        .register(registry);
  }

  /** A document's turn begins. */
  Turn begin() {
    return new Turn();
  }

  /** A document has its vectors, for which it took so many nanoseconds. */
  void encoded(long nanos) {
    time(Stage.VECTORS).record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Measures a document's way from its turn to its end. Used by one thread. */
  final class Turn {
    private final long began = System.nanoTime();
    private @Nullable Long parsed;

    /** Its text is there. */
    void parsed() {
      parsed = System.nanoTime();
    }

    /** Counts the document, which has come to its end. */
    void finished(IngestOutcome outcome) {
      long now = System.nanoTime();
      count(outcome);
      if (parsed != null) {
        record(Stage.PARSE, began, parsed);
        record(Stage.INDEX, parsed, now);
      } else if (outcome instanceof IngestOutcome.Failed) {
        record(Stage.PARSE, began, now);
      }
      record(Stage.ALL, began, now);
    }

    private void record(Stage stage, long from, long to) {
      time(stage).record(to - from, TimeUnit.NANOSECONDS);
    }
  }

  private Timer time(Stage stage) {
    return Timer.builder("passim.ingest.time")
        .description(
            "time of a document by stage; all is from its turn to its end, vectors come after it")
        .tag("stage", stage.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private void count(IngestOutcome outcome) {
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
