package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken by the script while documents come in, and a server over what is restored. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class BackupIT {
  private static final String QUESTION = "How long does the crossing take?";
  private static final int GENERATED = 30;

  @TempDir Path directory;

  @Test
  void aRestoredBackupKnowsWhatWasReady() throws Exception {
    Path data = directory.resolve("data");
    Path archive = directory.resolve("passim.tar");
    Path restored = Files.createDirectory(directory.resolve("restored"));
    try (PassimProcess server = start(data)) {
      PassimClient client = server.client();
      String island = client.createCollection("Island");
      client.ingest(island, Upload.fixture("two-pages.pdf"));
      client.ingest(island, Upload.fixture("leave.docx"));
      String deleted =
          client.ingest(island, Upload.text("fox.txt", "The zabulon fox.")).get("id").asText();
      JsonNode answer = client.ask(island, QUESTION);
      assertEquals("answered", answer.get("status").asText(), answer::toString);
      client.delete(deleted);

      String busy = client.createCollection("Busy");
      Random random = new Random(7);
      List<Upload> texts =
          Stream.generate(() -> GeneratedText.next(random).upload()).limit(GENERATED).toList();
      Thread uploads = Thread.ofVirtual().start(() -> upload(client, busy, texts));
      Set<String> ready = ready(client, busy);
      run("sh", "scripts/backup.sh", data.toString(), archive.toString());
      uploads.join();
      assertEquals(List.of(), snapshots(data), "what the script leaves behind");

      run("tar", "-xf", archive.toString(), "-C", restored.toString());
      try (PassimProcess second = start(restored)) {
        PassimClient again = second.client();
        again.awaitFinal(island);
        again.awaitFinal(busy);
        assertTrue(ready(again, busy).containsAll(ready));
        assertSame(client, again, island);
        assertEquals(410, again.status("/api/v1/documents/" + deleted));
        assertEquals(0, again.search(island, "zabulon").size());
        JsonNode anew = again.ask(island, QUESTION);
        assertEquals(answer.get("text"), anew.get("text"));
        assertEquals(answer.get("citation"), anew.get("citation"));
        String conversation = answer.get("conversationId").asText();
        assertEquals(client.conversation(conversation), again.conversation(conversation));
      }
      client.awaitFinal(busy);
    }
  }

  private static void assertSame(PassimClient client, PassimClient again, String collection)
      throws IOException {
    for (JsonNode document : client.documents(collection)) {
      String id = document.get("id").asText();
      assertEquals("ready", again.document(id).get("status").asText());
      assertEquals(client.text(id), again.text(id));
      assertArrayEquals(client.content(id), again.content(id));
    }
    assertEquals(
        client.collection(collection).get("passages"),
        again.collection(collection).get("passages"));
  }

  private static void upload(PassimClient client, String collection, List<Upload> texts) {
    for (Upload text : texts) {
      try {
        client.upload(collection, List.of(text));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Set<String> ready(PassimClient client, String collection) throws IOException {
    Set<String> ready = new HashSet<>();
    for (JsonNode document : client.documents(collection)) {
      if (document.get("status").asText().equals("ready")) {
        ready.add(document.get("id").asText());
      }
    }
    return ready;
  }

  private static List<Path> snapshots(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("backup"))) {
      return files.toList();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), () -> String.join(" ", command));
  }

  private static PassimProcess start(Path data) throws IOException {
    return PassimProcess.start(data, PassimProcess.WITHOUT_SAMPLES);
  }
}
