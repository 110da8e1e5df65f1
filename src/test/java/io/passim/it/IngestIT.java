package io.passim.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What files do to a server that people ask meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String WATCHED = "watched";
  private static final String QUESTION = "How long does the crossing take?";

  /** Little more than the parser's language model takes. */
  private static final String WORKER_HEAP = "192M";

  private static final String SENTENCE =
      "A sentence of some sixty characters that never comes to its end → ";

  private PassimProcess server;
  private PassimClient client;
  private Path watched;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    watched = Files.createDirectory(directory.resolve("files"));
    server =
        PassimProcess.start(
            directory.resolve("data"),
            PassimProcess.WITHOUT_SAMPLES,
            "-Dpassim.ingest.parse.worker-heap=" + WORKER_HEAP,
            "-Dpassim.ingest.watch=" + watched,
            "-Dpassim.ingest.watch.interval=200ms");
    client = server.client();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aFileThatEndsItsWorkerDisturbsNobody() throws IOException {
    String collection = client.createCollection("Island");
    client.ingest(collection, Upload.fixture("two-pages.pdf"));
    String id =
        client
            .upload(collection, List.of(Upload.text("large.txt", SENTENCE.repeat(300_000))))
            .get(0)
            .get("id")
            .asText();
    boolean timeLeftIsKnown = false;
    do {
      timeLeftIsKnown |= client.queue().get("secondsLeft").isNumber();
      assertEquals("answered", status(client.ask(collection, QUESTION)));
      assertEquals("answer", client.chat(collection, QUESTION));
    } while (!PassimClient.isFinal(client.document(id)));
    assertTrue(timeLeftIsKnown, "while one document had been read and one was under way");
    JsonNode failed = client.document(id);
    assertEquals("failed", status(failed));
    assertEquals("too_large", failed.at("/problem/code").asText());
    assertTrue(failed.at("/problem/detail").asText().contains("more memory"), failed::toString);
    assertEquals("ready", status(client.ingest(collection, Upload.fixture("notes.md"))));
    List<ProcessHandle> workers = server.workers();
    assertFalse(workers.isEmpty());
    workers.forEach(ProcessHandle::destroyForcibly);
    assertEquals("ready", status(client.ingest(collection, Upload.fixture("leave.docx"))));
  }

  @Test
  void whatBecomesOfFilesInADirectoryBecomesOfTheirDocuments() throws IOException {
    Files.writeString(watched.resolve("menu.txt"), "The canteen has soup.");
    Path hours = Files.writeString(watched.resolve("hours.txt"), "The canteen opens at noon.");
    awaitFound("The canteen has soup.", "The canteen opens at noon.");
    Files.writeString(hours, "The canteen opens at half past eleven.");
    awaitFound("The canteen has soup.", "The canteen opens at half past eleven.");
    Files.delete(hours);
    awaitFound("The canteen has soup.");
  }

  private void awaitFound(String... texts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertEquals(
                Stream.of(texts).sorted().toList(),
                client
                    .search(WATCHED, "canteen")
                    .valueStream()
                    .map(passage -> passage.get("text").asText())
                    .sorted()
                    .toList()));
  }

  private static String status(JsonNode view) {
    return view.get("status").asText();
  }
}
