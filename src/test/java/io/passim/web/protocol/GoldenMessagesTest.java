package io.passim.web.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden messages, which the browser's tests parse too, survive the Java types unchanged. */
class GoldenMessagesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/protocol");

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @ParameterizedTest
  @MethodSource("messages")
  void messagesAreReadAndWrittenAlike(Path file) throws IOException {
    JsonNode golden = json.readTree(Files.readString(file));
    Class<?> type = type(file.getFileName().toString());
    JsonNode written =
        json.readTree(json.writerFor(type).writeValueAsString(json.treeToValue(golden, type)));
    assertEquals(golden.toPrettyString(), written.toPrettyString());
  }

  @Test
  void everyMessageHasAGoldenFile() throws IOException {
    assertTrue(messages().size() >= 20);
  }

  static List<Path> messages() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Class<?> type(String file) {
    String kind = file.replaceFirst("[-.].*", "");
    return switch (kind) {
      case "hello", "ask", "stop", "feedback" -> ClientMessage.class;
      case "welcome", "progress", "answer", "stopped", "error" -> ServerMessage.class;
      case "document" -> DocumentView.class;
      case "deleted" -> DeletedDocumentView.class;
      case "collection" -> CollectionView.class;
      case "conversation" -> ConversationView.class;
      case "evaluation" -> EvaluationView.class;
      case "comparison" -> ComparisonView.class;
      case "model" -> ModelView.class;
      case "page" -> PageWordsView.class;
      case "problem" -> ProblemView.class;
      case "curated" -> CuratedView.class;
      case "review" -> ReviewView.class;
      case "dataset" -> SquadView.class;
      case "search" -> SearchResultView.class;
      default -> throw new IllegalArgumentException("what is " + file + "?");
    };
  }
}
