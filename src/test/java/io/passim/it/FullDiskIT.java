package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A data directory on a small file system, which fills up and is emptied again. */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {
  private static final String QUESTION = "How long does the crossing take?";
  private static final String CONVERSATIONS = "/api/v1/conversations/";
  private static final String MEGABYTES = "48";

  @TempDir Path directory;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()),
        "only root may mount");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @Test
  void refusesClearlyGoesOnReadingAndRecovers() throws Exception {
    try (PassimProcess server =
        PassimProcess.start(disk.resolve("data"), PassimProcess.WITHOUT_SAMPLES)) {
      PassimClient client = server.client();
      String collection = client.createCollection("Island");
      String id = client.ingest(collection, Upload.fixture("two-pages.pdf")).get("id").asText();
      String text = client.text(id);
      Random random = new Random(5);
      GeneratedText unwanted = GeneratedText.next(random);
      GeneratedText outdated = GeneratedText.next(random);
      String unwantedId = client.ingest(collection, unwanted.upload()).get("id").asText();
      String outdatedId = client.ingest(collection, outdated.upload()).get("id").asText();
      List<Upload> waiting =
          List.of(GeneratedText.next(random).upload(), GeneratedText.next(random).upload());
      JsonNode acknowledged = client.upload(collection, waiting);
      Path filler = fill();

      assertEquals(
          "507 storage_full", client.refusalOf(collection, GeneratedText.next(random).upload()));
      assertEquals("507 storage_full", client.refusalOfCollections());
      for (int again = 0; again < 3; again++) {
        JsonNode answer = client.ask(collection, QUESTION);
        assertEquals("answered", answer.get("status").asText());
        assertFalse(answer.get("kept").asBoolean());
        assertEquals(404, client.status(CONVERSATIONS + answer.get("conversationId").asText()));
        assertEquals("answer", client.chat(collection, QUESTION));
      }
      assertEquals(text, client.text(id));
      assertEquals(200, client.status("/api/v1/documents/" + id + "/content"));
      assertTrue(client.search(collection, "crossing").size() > 0);

      // The way out that people have.
      client.delete(unwantedId);
      assertEquals(410, client.status("/api/v1/documents/" + unwantedId));
      assertEquals(0, client.search(collection, unwanted.word()).size());
      client.delete(outdatedId);
      assertEquals(0, client.search(collection, outdated.word()).size());

      Files.delete(filler);
      client.awaitFinal(collection);
      for (JsonNode document : acknowledged) {
        assertEquals("ready", client.document(document.get("id").asText()).get("status").asText());
      }
      JsonNode later = client.ingest(collection, Upload.fixture("leave.docx"));
      assertEquals("ready", later.get("status").asText());
      JsonNode kept = client.ask(collection, QUESTION);
      assertEquals("answered", kept.get("status").asText());
      assertTrue(kept.get("kept").asBoolean());
      assertEquals(200, client.status(CONVERSATIONS + kept.get("conversationId").asText()));
      assertEquals("answer", client.chat(collection, QUESTION));
    }
  }

  /** Takes every byte that is free. */
  private Path fill() throws IOException {
    Path filler = disk.resolve("filler");
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertTrue(Files.size(filler) > 0);
    }
    return filler;
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException thereIsNoSuchProgram) {
      return false;
    }
  }
}
