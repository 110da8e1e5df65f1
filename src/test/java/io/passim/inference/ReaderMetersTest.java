package io.passim.inference;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ReaderMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void metersFollowTheReader() {
    ReaderModel reader = TestReaders.shipped();
    new ReaderMeters(reader).bindTo(registry);
    double before = registry.get("passim.reader.windows").functionCounter().count();
    try (ReaderLease lease = reader.lease(() -> false)) {
      lease.run(lease.encode("who?", List.of("Ada", "Charles")));
    }
    assertEquals(before + 2, registry.get("passim.reader.windows").functionCounter().count());
    for (String name :
        List.of(
            "runs",
            "failed.runs",
            "tokens",
            "padding.tokens",
            "running.seconds",
            "tokenising.seconds")) {
      registry.get("passim.reader." + name).functionCounter();
    }
  }

  @Test
  void whoReadsHasAPlace() {
    ReaderModel reader = TestReaders.shipped();
    new ReaderMeters(reader).bindTo(registry);
    double before = gauge("passim.reader.places");
    try (ReaderLease _ = reader.lease(() -> false)) {
      assertEquals(before + 1, gauge("passim.reader.places"));
      try (ReaderLease _ = reader.lease(() -> false, true)) {
        assertEquals(before + 2, gauge("passim.reader.places"));
      }
    }
    assertEquals(before, gauge("passim.reader.places"));
  }

  @Test
  void aQuestionThatIsEncodedHasAPlace() {
    EncoderModel encoder = TestEncoders.shipped();
    new EncoderMeters(encoder).bindTo(registry);
    try (ExecutorService asking = Executors.newSingleThreadExecutor()) {
      asking.execute(() -> {
        while (!asking.isShutdown()) {
          encoder.encodeQuestion("Who may open the sluice?".repeat(20));
        }
      });
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> gauge("passim.encoder.places") == 1);
    }
    await().until(() -> gauge("passim.encoder.places") == 0);
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }
}
