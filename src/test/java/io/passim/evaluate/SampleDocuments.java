package io.passim.evaluate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.ingest.DocumentLibrary;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server with all samples but the scan, which not every machine can read. */
public final class SampleDocuments implements QuarkusTestProfile {
  public static final Path QUESTIONS = Path.of("documents/questions.json");
  static final String COLLECTION = "samples";

  private static final Path DOCUMENTS = Path.of("documents");
  private static final Path COPY = Path.of("target/evaluated-samples");

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      for (Path file : files()) {
        Path copy = COPY.resolve(DOCUMENTS.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("passim.samples.directory", COPY.toString());
  }

  /** Waits until all of them can be found by words and by meaning. */
  public static void awaitIn(DocumentLibrary library) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> {
          List<Document> documents = library.documents(COLLECTION);
          return documents.size() == files().size()
              && documents.stream().allMatch(document -> document.status().isFinal())
              && library.status().withoutVectors() == 0;
        });
    assertTrue(
        library.documents(COLLECTION).stream().allMatch(document -> document.problem() == null));
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.walk(DOCUMENTS)) {
      return files
          .filter(file -> DOCUMENTS.relativize(file).getNameCount() == 2)
          .filter(file -> !file.getFileName().toString().contains("scan"))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
