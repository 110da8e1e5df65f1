package io.passim.ingest;

import io.passim.ingest.parse.IsolatedParser;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Takes up at start what the last run left, without keeping the server from answering; ends the
 * ingest before what it needs ends.
 */
@Singleton
class IngestLifecycle {
  private static final Logger LOG = Logger.getLogger(IngestLifecycle.class);

  private final Leftovers leftovers;
  private final IndexReconciliation reconciliation;
  private final IngestQueue queue;
  private final PassageVectors vectors;
  private final IsolatedParser parser;
  private final SampleCollection samples;
  private final WatchedDirectory watched;

  @Inject
  IngestLifecycle(
      Leftovers leftovers,
      IndexReconciliation reconciliation,
      IngestQueue queue,
      PassageVectors vectors,
      IsolatedParser parser,
      SampleCollection samples,
      WatchedDirectory watched) {
    this.leftovers = leftovers;
    this.reconciliation = reconciliation;
    this.queue = queue;
    this.vectors = vectors;
    this.parser = parser;
    this.samples = samples;
    this.watched = watched;
  }

  void onStart(@Observes StartupEvent event) {
    leftovers.remove();
    reconciliation.run();
    queue.start();
    vectors.start();
    watched.start();
    Thread.ofVirtual().name("passim-samples").start(this::createSamples);
  }

  void onStop(@Observes ShutdownEvent event) {
    watched.close();
    queue.stop();
    parser.close();
    queue.close();
    vectors.close();
  }

  private void createSamples() {
    try {
      samples.createOnce();
    } catch (RuntimeException e) {
      LOG.error("cannot create the sample collection; the next start tries again", e);
    }
  }
}
