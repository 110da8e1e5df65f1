package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is damaged, or is to be rebuilt, is filled again while questions are answered. */
class DamagedIndexIT {
  private static final String QUESTION = "How long does the crossing take?";
  private static final int GENERATED = 40;

  @TempDir Path data;

  @Test
  void isFilledAgainFromTheStoredTexts() throws Exception {
    JsonNode answer;
    String collection;
    try (PassimProcess server = start()) {
      PassimClient client = server.client();
      collection = client.createCollection("Island");
      Random random = new Random(3);
      List<Upload> texts =
          Stream.generate(() -> GeneratedText.next(random).upload()).limit(GENERATED).toList();
      client.upload(collection, texts);
      client.ingest(collection, Upload.fixture("two-pages.pdf"));
      answer = client.ask(collection, QUESTION);
      assertEquals("answered", answer.get("status").asText(), answer::toString);
      server.kill();
    }
    damageLargestFile();
    assertAnswersTheSame(collection, answer);
    assertAnswersTheSame(collection, answer, "-Dpassim.index.rebuild=true");
  }

  private void assertAnswersTheSame(String collection, JsonNode answer, String... options)
      throws IOException {
    String[] all =
        Stream.concat(Stream.of(PassimProcess.WITHOUT_SAMPLES), Stream.of(options))
            .toArray(String[]::new);
    try (PassimProcess server = PassimProcess.start(data, all)) {
      PassimClient client = server.client();
      boolean saidSo = saysThatItRestores(client);
      JsonNode documents = client.documents(collection);
      while (PassimClient.finals(documents) < documents.size()) {
        saidSo |= saysThatItRestores(client);
        // Meanwhile there may be no answer yet, but never an error.
        client.ask(collection, QUESTION);
        documents = client.documents(collection);
      }
      assertTrue(saidSo, "the server said that it restores its index");
      assertFalse(saysThatItRestores(client), "it says so no longer");
      JsonNode anew = client.ask(collection, QUESTION);
      assertEquals(answer.get("text"), anew.get("text"));
      assertEquals(answer.get("citation"), anew.get("citation"));
      assertEquals(GENERATED + 1, client.collection(collection).get("documents").asInt());
    }
  }

  private static boolean saysThatItRestores(PassimClient client) throws IOException {
    JsonNode health = client.indexHealth();
    int left = health.get("documentsLeft").asInt();
    assertEquals(left > 0, health.get("restoring").asBoolean(), health::toString);
    assertTrue(left <= GENERATED + 1, health::toString);
    return left > 0 && client.queue().get("restoring").asBoolean();
  }

  private void damageLargestFile() throws IOException {
    Path largest;
    try (Stream<Path> files = Files.list(data.resolve("index"))) {
      largest = files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);
  }

  private PassimProcess start() throws IOException {
    return PassimProcess.start(data, PassimProcess.WITHOUT_SAMPLES);
  }
}
