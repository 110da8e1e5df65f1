package io.passim.evaluate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes the queue of evaluations as {@code passim.evaluations.*}. Called by the registry. */
@ApplicationScoped
class EvaluationMeters implements MeterBinder {
  private final EvaluationQueue queue;

  EvaluationMeters(EvaluationQueue queue) {
    this.queue = queue;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("passim.evaluations.waiting", queue, EvaluationQueue::waiting)
        .description("evaluations that wait for their turn")
        .register(registry);
    Gauge.builder("passim.evaluations.running", queue, EvaluationQueue::running)
        .description("evaluations under way, at most one")
        .register(registry);
  }
}
