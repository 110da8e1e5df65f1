package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParseConfigTest {
  private static final long MB = 1 << 20;

  @Test
  void defaults() {
    ParseConfig config = WorkerSettings.with(Map.of());
    assertEquals(Duration.ofSeconds(60), config.timeout());
    assertEquals(384 * MB, config.workerHeap().asLongValue());
    assertEquals(512 * MB, config.workerDisk().asLongValue());
    assertEquals(Duration.ofSeconds(60), config.workerStart());
    assertEquals(Duration.ofSeconds(60), config.workerIdle());
    assertEquals(20_000_000, config.maxCharacters());
    assertEquals(Path.of("target/worker-settings/parsing"), config.temporaryDirectory());
  }

  @Test
  void keys() {
    ParseConfig config =
        WorkerSettings.with(
            Map.of(
                "passim.ingest.parse.timeout", "1s",
                "passim.ingest.parse.worker-heap", "2M",
                "passim.ingest.parse.worker-disk", "3M",
                "passim.ingest.parse.worker-start", "4s",
                "passim.ingest.parse.worker-idle", "5s",
                "passim.ingest.parse.max-characters", "6",
                "passim.ingest.parse.temporary-directory", "/elsewhere"));
    assertEquals(Duration.ofSeconds(1), config.timeout());
    assertEquals(2 * MB, config.workerHeap().asLongValue());
    assertEquals(3 * MB, config.workerDisk().asLongValue());
    assertEquals(Duration.ofSeconds(4), config.workerStart());
    assertEquals(Duration.ofSeconds(5), config.workerIdle());
    assertEquals(6, config.maxCharacters());
    assertEquals(Path.of("/elsewhere"), config.temporaryDirectory());
  }
}
