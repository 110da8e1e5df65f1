package io.passim.ingest;

import io.passim.store.OriginalStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Takes up at start what the last run left, without keeping the server from answering. */
@Singleton
class IngestStartup {
  private static final Logger LOG = Logger.getLogger(IngestStartup.class);

  private final OriginalStore originals;
  private final IndexReconciliation reconciliation;
  private final IngestQueue queue;
  private final SampleCollection samples;

  @Inject
  IngestStartup(
      OriginalStore originals,
      IndexReconciliation reconciliation,
      IngestQueue queue,
      SampleCollection samples) {
    this.originals = originals;
    this.reconciliation = reconciliation;
    this.queue = queue;
    this.samples = samples;
  }

  void onStart(@Observes StartupEvent event) {
    originals.clearStaging();
    reconciliation.run();
    queue.start();
    Thread.ofVirtual().name("passim-samples").start(this::createSamples);
  }

  private void createSamples() {
    try {
      samples.createOnce();
    } catch (RuntimeException e) {
      LOG.error("cannot create the sample collection; the next start tries again", e);
    }
  }
}
