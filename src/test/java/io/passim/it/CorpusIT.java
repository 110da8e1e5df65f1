package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.passim.ingest.parse.CorpusFiles;
import io.passim.ingest.parse.CorpusFiles.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred files of every format go through one server, and are found by their words. */
class CorpusIT {
  private static final int FILES = 300;
  private static final int FILES_PER_REQUEST = 20;

  @TempDir Path directory;

  @Test
  void everyFileIsReadyAndFound() throws Exception {
    List<GeneratedFile> files = CorpusFiles.generate(directory.resolve("corpus"), FILES, 1, 1);
    try (PassimProcess server =
        PassimProcess.start(directory.resolve("data"), PassimProcess.WITHOUT_SAMPLES)) {
      PassimClient client = server.client();
      String collection = client.createCollection("Corpus");
      Map<String, String> ids = upload(client, collection, files);
      client.awaitFinal(collection);
      List<String> notReady = new ArrayList<>();
      for (JsonNode document : client.documents(collection)) {
        if (!document.get("status").asText().equals("ready")) {
          notReady.add(document.toString());
        }
      }
      assertEquals(List.of(), notReady);
      Set<String> formats = new HashSet<>();
      for (GeneratedFile file : files) {
        if (formats.add(file.format())) {
          assertFound(client, collection, file, Objects.requireNonNull(ids.get(name(file))));
        }
      }
      assertTrue(formats.size() >= 12, formats::toString);
      assertTrue(client.isReady());
    }
  }

  private static Map<String, String> upload(
      PassimClient client, String collection, List<GeneratedFile> files) throws IOException {
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < files.size(); i += FILES_PER_REQUEST) {
      List<Upload> parts = new ArrayList<>();
      for (GeneratedFile file : files.subList(i, Math.min(i + FILES_PER_REQUEST, files.size()))) {
        parts.add(Upload.of(name(file), Files.readAllBytes(file.path())));
      }
      client
          .upload(collection, parts)
          .forEach(
              document -> ids.put(document.get("filename").asText(), document.get("id").asText()));
    }
    assertEquals(files.size(), ids.size());
    return ids;
  }

  private static void assertFound(
      PassimClient client, String collection, GeneratedFile file, String id) throws IOException {
    JsonNode best = client.search(collection, file.sentence()).get(0);
    assertEquals(id, best.get("documentId").asText(), () -> file + ": " + best);
    assertEquals(file.page(), best.get("page").asInt(), () -> file + ": " + best);
    assertTrue(best.get("text").asText().contains(file.sentence()), () -> file + ": " + best);
  }

  private static String name(GeneratedFile file) {
    return file.path().getFileName().toString();
  }
}
