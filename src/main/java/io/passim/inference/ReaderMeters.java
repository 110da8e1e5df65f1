package io.passim.inference;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;

/** Publishes the reader's statistics as {@code passim.reader.*}. Called by the registry. */
@ApplicationScoped
class ReaderMeters implements MeterBinder {
  private static final double NANOS = 1e9;

  private final ReaderModel reader;

  ReaderMeters(ReaderModel reader) {
    this.reader = reader;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "runs", "native runs", ReaderStatistics::runs);
    count(registry, "failed.runs", "native runs that failed", ReaderStatistics::failedRuns);
    count(registry, "windows", "windows read", ReaderStatistics::windows);
    count(registry, "tokens", "tokens read, padding excluded", ReaderStatistics::tokens);
    count(registry, "padding.tokens", "tokens of padding", ReaderStatistics::paddingTokens);
    count(
        registry,
        "running.seconds",
        "time in native runs, summed over the workers",
        done -> done.running().toNanos() / NANOS);
    count(
        registry,
        "tokenising.seconds",
        "time in tokenising, summed over the workers",
        done -> done.tokenising().toNanos() / NANOS);
    Gauge.builder("passim.reader.places", reader, ReaderModel::places)
        .description("readings under way or waiting")
        .register(registry);
    Gauge.builder("passim.reader.sessions", OnnxReaderSession::open)
        .description("readers that are loaded: the server's, and another while it is evaluated")
        .register(registry);
  }

  private void count(
      MeterRegistry registry,
      String name,
      String description,
      ToDoubleFunction<ReaderStatistics> value) {
    FunctionCounter.builder(
            "passim.reader." + name, reader, model -> value.applyAsDouble(model.statistics()))
        .description(description)
        .register(registry);
  }
}
