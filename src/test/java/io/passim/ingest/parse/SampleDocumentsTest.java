package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The collection a first start serves, and its questions, are what documents/README.md says. */
class SampleDocumentsTest {
  private static final Path DOCUMENTS = Path.of("documents");

  private static final Map<String, ParseResult> PARSED = new HashMap<>();

  @BeforeAll
  static void parse() throws IOException {
    for (Path file : files()) {
      PARSED.put(DOCUMENTS.relativize(file).toString(), Parsing.parseWithoutOcr(file));
    }
  }

  @Test
  void allCanBeReadWithoutTextRecognitionButTheScan() {
    List<String> failed =
        PARSED.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof ParseResult.Failed)
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of("en/goods-lift-notice-scan.pdf"), failed);
    ParseResult.Failed scan =
        assertInstanceOf(ParseResult.Failed.class, PARSED.get(failed.getFirst()));
    assertEquals("document_without_text", scan.problem().code());
  }

  @Test
  void thereAreFifteenThousandWordsInTwoLanguagesAndFiveFormats() {
    long words = PARSED.keySet().stream().mapToLong(SampleDocumentsTest::words).sum();
    assertTrue(words >= 15_000, words + " words");
    PARSED.forEach((name, result) -> {
      if (result instanceof ParseResult.Parsed parsed) {
        assertEquals(name.substring(0, 2), parsed.language(), name);
      }
    });
    Set<String> formats = new HashSet<>();
    PARSED.keySet().forEach(name -> formats.add(name.replaceFirst(".*\\.", "")));
    assertEquals(Set.of("pdf", "docx", "html", "md", "txt"), formats);
  }

  @Test
  void everyQuestionIsAboutTextThatIsThere() throws IOException {
    int answerable = 0;
    int unanswerable = 0;
    for (JsonNode document : questions()) {
      String text = plain(text(document.path("title").asText()));
      for (JsonNode paragraph : document.path("paragraphs")) {
        String context = paragraph.path("context").asText();
        assertTrue(text.contains(plain(context)), context);
        for (JsonNode question : paragraph.path("qas")) {
          if (question.path("is_impossible").asBoolean()) {
            unanswerable++;
            assertTrue(question.path("answers").isEmpty(), question::toString);
            continue;
          }
          answerable++;
          for (JsonNode answer : question.path("answers")) {
            int start = answer.path("answer_start").asInt();
            assertTrue(context.startsWith(answer.path("text").asText(), start), answer::toString);
          }
          assertTrue(!text.contains(plain(question.path("question").asText())), question::toString);
        }
      }
    }
    assertTrue(answerable + unanswerable >= 120, answerable + " and " + unanswerable);
    assertTrue(3 * unanswerable >= answerable + unanswerable, unanswerable + " unanswerable");
  }

  private static JsonNode questions() throws IOException {
    return new ObjectMapper().readTree(DOCUMENTS.resolve("questions.json").toFile()).path("data");
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String language : List.of("en", "fr")) {
      try (Stream<Path> some = Files.list(DOCUMENTS.resolve(language))) {
        some.sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static String text(String name) {
    return PARSED.get(name) instanceof ParseResult.Parsed parsed ? parsed.text().text() : "";
  }

  private static long words(String name) {
    return text(name).isBlank() ? 0 : text(name).strip().split("\\s+").length;
  }

  /** Without differences of white space, no-break spaces among it, and of table layout. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f|]+", " ").strip();
  }
}
