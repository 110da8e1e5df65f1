package io.passim.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A few of the samples, so that a server has taken them in soon. */
final class Samples {
  private static final Path DOCUMENTS = Path.of("documents");
  private static final List<Path> FEW =
      List.of(
          Path.of("en/leave-policy.docx"),
          Path.of("en/remote-work.txt"),
          Path.of("en/onboarding-handbook.pdf"),
          Path.of("fr/teletravail.md"));

  /** The id of the collection of samples. */
  static final String COLLECTION = "samples";

  /** A question that they answer. */
  static final String QUESTION = "How many days of leave do full-time staff in Cork have?";

  private Samples() {}

  /** Copies a few samples to {@code directory}, in folders by language. */
  static Path copyTo(Path directory) throws IOException {
    for (Path sample : FEW) {
      Path copy = directory.resolve(sample);
      Files.createDirectories(copy.getParent());
      Files.copy(DOCUMENTS.resolve(sample), copy);
    }
    return directory;
  }

  /** Waits until a server has taken all of them in. */
  static void await(PassimClient client) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .until(() -> {
          var documents = client.documents(COLLECTION);
          return documents.size() == FEW.size() && PassimClient.finals(documents) == FEW.size();
        });
  }
}
