package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderMetersTest {
  @Test
  void metersFollowTheReader() {
    ReaderModel reader = TestReaders.shipped();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new ReaderMeters(reader).bindTo(registry);
    double before = registry.get("passim.reader.windows").functionCounter().count();
    try (ReaderLease lease = reader.lease(() -> false)) {
      lease.run(lease.encode("who?", List.of("Ada", "Charles")));
    }
    assertEquals(before + 2, registry.get("passim.reader.windows").functionCounter().count());
    for (String name :
        List.of("runs", "tokens", "padding.tokens", "running.seconds", "tokenising.seconds")) {
      registry.get("passim.reader." + name).functionCounter();
    }
  }
}
