package io.passim.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that was acknowledged is lost by kill -9, whenever it comes. The moments are drawn at
 * random; {@code -Dpassim.it.seed=…} plays them again, and {@code -Dpassim.it.kills=50} kills more
 * often.
 */
class KillDuringIngestIT {
  private static final Logger LOG = Logger.getLogger(KillDuringIngestIT.class);
  private static final int KILLS = Integer.getInteger("passim.it.kills", 3);
  private static final int GENERATED = 14;
  private static final int FILES_PER_REQUEST = 5;
  private static final String PART = "The quorbit ferry left half of its cargo on the quay. ";
  private static final Duration WORKERS_END = Duration.ofSeconds(20);

  /** The fixtures, and why those that cannot be read must fail. */
  private static final Map<String, String> FIXTURES =
      Map.of(
          "two-pages.pdf", "",
          "leave.docx", "",
          "page.html", "",
          "notes.md", "",
          "latin1.txt", "",
          "encrypted.pdf", "document_encrypted",
          "truncated.docx", "document_damaged",
          "wrong-extension.pdf", "document_without_text",
          "empty.txt", "empty_file");

  @TempDir Path directory;

  @Test
  void everyAcknowledgedDocumentOutlivesTheServer() throws Exception {
    long seed = Long.getLong("passim.it.seed", new Random().nextLong());
    try {
      killSeveralTimes(new Random(seed));
    } catch (AssertionError | RuntimeException | IOException e) {
      throw new AssertionError("to see this again: -Dpassim.it.seed=" + seed, e);
    }
  }

  /** What a browser had sent only in part is of no use to anybody. */
  @Test
  void anUploadThatWasCutShortLeavesNothing() throws Exception {
    Path data = directory.resolve("data");
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    PassimProcess server = start(data, temporary);
    try {
      Set<Path> before = Set.copyOf(files(data));
      String collection = server.client().createCollection("Slow");
      try (Socket socket = uploadInPart(server.address(), collection)) {
        await().until(() -> files(data).stream().anyMatch(file -> holdsPart(file, before)));
        server.kill();
        assertTrue(socket.isConnected());
      }
      server.close();
      server = start(data, temporary);
      assertEquals(
          List.of(), files(data).stream().filter(file -> holdsPart(file, before)).toList());
      assertEquals(0, server.client().documents(collection).size());
    } finally {
      server.close();
    }
  }

  private void killSeveralTimes(Random random) throws Exception {
    Path data = directory.resolve("data");
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    Map<String, Batch> batches = new LinkedHashMap<>();
    PassimProcess server = start(data, temporary);
    try {
      for (int round = 0; round < KILLS; round++) {
        Batch batch = Batch.next(random);
        String collection = server.client().createCollection("Round " + round);
        batches.put(collection, batch);
        killWhileIngesting(server, collection, batch, random);
        server.close();
        server = start(data, temporary);
        for (String id : batches.keySet()) {
          server.client().awaitFinal(id);
        }
      }
      for (var entry : batches.entrySet()) {
        assertNothingLost(server.client(), entry.getKey(), entry.getValue());
      }
      assertTrue(server.stop(), "the server stops when it is told to");
      assertEquals(
          List.of(),
          files(data).stream().filter(KillDuringIngestIT::isOfParser).toList(),
          "parts of documents in the directories of workers");
    } finally {
      server.close();
    }
  }

  private static PassimProcess start(Path data, Path temporary) throws IOException {
    return PassimProcess.start(
        data, PassimProcess.WITHOUT_SAMPLES, "-Djava.io.tmpdir=" + temporary.toAbsolutePath());
  }

  /** Kills the server when some documents are final, and a moment passed. */
  private static void killWhileIngesting(
      PassimProcess server, String collection, Batch batch, Random random) throws Exception {
    int finals = random.nextInt(batch.files().size() / 2);
    Duration moment = Duration.ofMillis(random.nextInt(400));
    PassimClient client = server.client();
    Thread upload = Thread.ofVirtual().start(() -> upload(client, collection, batch));
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> PassimClient.finals(client.documents(collection)) >= finals);
    assertTrue(server.runsFor(moment), server::toString);
    List<ProcessHandle> workers = server.workers();
    LOG.infof(
        "kill with %d documents of which %d are final",
        client.documents(collection).size(), PassimClient.finals(client.documents(collection)));
    server.kill();
    upload.join();
    try {
      await().atMost(WORKERS_END).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      workers.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Uploads until the server is gone, and notes what it acknowledged. */
  private static void upload(PassimClient client, String collection, Batch batch) {
    List<Upload> files = batch.files();
    try {
      for (int from = 0; from < files.size(); from += FILES_PER_REQUEST) {
        List<Upload> part = files.subList(from, Math.min(files.size(), from + FILES_PER_REQUEST));
        JsonNode documents = client.upload(collection, part);
        for (int i = 0; i < part.size(); i++) {
          batch.acknowledged().put(documents.get(i).get("id").asText(), part.get(i));
        }
      }
    } catch (IOException e) {
      LOG.infof("the upload broke off: %s", e.toString());
    }
  }

  private static void assertNothingLost(PassimClient client, String collection, Batch batch)
      throws IOException {
    Map<String, JsonNode> documents = byId(client.documents(collection));
    LOG.infof(
        "%s: %d of %d documents were acknowledged, %d are there",
        collection, batch.acknowledged().size(), batch.files().size(), documents.size());
    assertTrue(documents.keySet().containsAll(batch.acknowledged().keySet()), collection);
    long passages = 0;
    for (JsonNode document : documents.values()) {
      assertFinalAsItMustBe(document);
      boolean own = document.get("duplicateOf").isNull();
      passages += own ? document.get("passages").asLong() : 0;
    }
    assertEquals(passages, client.collection(collection).get("passages").asLong(), collection);
    for (var acknowledged : batch.acknowledged().entrySet()) {
      assertArrayEquals(
          acknowledged.getValue().content(), client.content(acknowledged.getKey()), collection);
    }
    for (GeneratedText text : batch.texts()) {
      assertEachPassageOnce(client, collection, text, documents);
    }
    assertAnswersAreVerbatim(client, collection, batch, documents);
  }

  private static void assertFinalAsItMustBe(JsonNode document) {
    String reason = FIXTURES.getOrDefault(document.get("filename").asText(), "");
    JsonNode problem = document.get("problem");
    assertAll(
        document.toString(),
        () -> assertEquals(reason.isEmpty() ? "ready" : "failed", document.get("status").asText()),
        () -> assertEquals(reason, problem.isNull() ? "" : problem.get("code").asText()));
  }

  /** The word finds all passages of its document, none twice, and no other document's. */
  private static void assertEachPassageOnce(
      PassimClient client, String collection, GeneratedText text, Map<String, JsonNode> documents)
      throws IOException {
    List<JsonNode> named =
        documents.values().stream()
            .filter(document -> document.get("filename").asText().equals(text.filename()))
            .toList();
    assertTrue(named.size() <= 1, named::toString);
    JsonNode found = client.search(collection, text.word());
    Set<String> spans = new HashSet<>();
    for (JsonNode passage : found) {
      String id = passage.get("documentId").asText();
      assertEquals(named.getFirst().get("id").asText(), id, text.word());
      assertTrue(
          spans.add(passage.get("start") + "-" + passage.get("end")), () -> "twice: " + passage);
      assertEquals(slice(client, id, passage), passage.get("text").asText());
    }
    int expected = named.isEmpty() ? 0 : named.getFirst().get("passages").asInt();
    assertEquals(expected, found.size(), text.word());
  }

  private static void assertAnswersAreVerbatim(
      PassimClient client, String collection, Batch batch, Map<String, JsonNode> documents)
      throws IOException {
    boolean crossing =
        documents.values().stream()
            .anyMatch(document -> document.get("filename").asText().equals("two-pages.pdf"));
    JsonNode answer = client.ask(collection, "How long does the crossing take?");
    if (crossing) {
      assertEquals("answered", answer.get("status").asText(), answer::toString);
    }
    assertVerbatim(client, answer);
    String word = batch.texts().getFirst().word();
    assertVerbatim(client, client.ask(collection, "When does the keeper of " + word + " count?"));
  }

  private static void assertVerbatim(PassimClient client, JsonNode answer) throws IOException {
    if (!answer.get("text").isNull()) {
      JsonNode citation = answer.get("citation");
      String id = citation.get("documentId").asText();
      assertEquals(slice(client, id, citation), answer.get("text").asText());
    }
    for (JsonNode alternative : answer.get("alternatives")) {
      JsonNode citation = alternative.get("citation");
      String id = citation.get("documentId").asText();
      assertEquals(slice(client, id, citation), alternative.get("text").asText());
    }
  }

  private static String slice(PassimClient client, String documentId, JsonNode span)
      throws IOException {
    return client.text(documentId).substring(span.get("start").asInt(), span.get("end").asInt());
  }

  private static Map<String, JsonNode> byId(JsonNode documents) {
    assertFalse(documents.isMissingNode());
    return documents
        .valueStream()
        .collect(Collectors.toMap(document -> document.get("id").asText(), Function.identity()));
  }

  /** Sends the head of a form with a file, and the file's first half. */
  private static Socket uploadInPart(URI server, String collection) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    byte[] half = PART.repeat(20_000).getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST /api/v1/collections/%s/documents HTTP/1.1\r
        Host: 127.0.0.1\r
        Content-Type: multipart/form-data; boundary=cut\r
        Content-Length: %d\r
        \r
        --cut\r
        Content-Disposition: form-data; name="file"; filename="half.txt"\r
        \r
        """
            .formatted(collection, 2 * half.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(half);
    socket.getOutputStream().flush();
    return socket;
  }

  private static boolean holdsPart(Path file, Set<Path> before) {
    try {
      return !before.contains(file)
          && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(PART);
    } catch (IOException goneMeanwhile) {
      return false;
    }
  }

  private static boolean isOfParser(Path file) {
    return file.toString().contains("passim-parser");
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /**
   * What one round uploads.
   *
   * @param acknowledged the files that were answered with 202, by the ids of their documents
   */
  private record Batch(
      List<GeneratedText> texts, List<Upload> files, Map<String, Upload> acknowledged) {
    static Batch next(Random random) throws IOException {
      List<GeneratedText> texts =
          Stream.generate(() -> GeneratedText.next(random)).limit(GENERATED).toList();
      List<Upload> files = new ArrayList<>();
      texts.forEach(text -> files.add(text.upload()));
      for (String name : new TreeSet<>(FIXTURES.keySet())) {
        files.add(Upload.fixture(name));
      }
      files.add(Upload.fixture("two-pages.pdf"));
      Collections.shuffle(files, random);
      return new Batch(texts, files, new ConcurrentHashMap<>());
    }
  }
}
