package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.document.CharSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Readers of the BERT family's layouts give the tokens, offsets and logits that Hugging Face's
 * libraries give ({@code src/test/resources/readers/make_readers.py}).
 */
class ReaderLayoutsTest {
  private static final double TOLERANCE = 1e-4;

  static List<String> layouts() {
    return TestReaders.layouts();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void windowsAndLogitsAreThoseOfTheReference(String layout) throws IOException {
    JsonNode expected =
        new ObjectMapper()
            .readTree(TestReaders.TINY.resolve(layout).resolve("expected.json").toFile());
    assertFalse(expected.path("cases").isEmpty());
    for (JsonNode example : expected.path("cases")) {
      String question = example.path("question").asText();
      String passage = example.path("passage").asText();
      try (ReaderLease lease = TestReaders.tiny(layout).lease(() -> false)) {
        List<TokenWindow> windows = lease.encode(question, List.of(passage));
        List<WindowLogits> logits = lease.run(windows);
        assertEquals(example.path("windows").size(), windows.size(), passage);
        for (int i = 0; i < windows.size(); i++) {
          assertSame(example.path("windows").path(i), logits.get(i), passage);
        }
      }
    }
  }

  private static void assertSame(JsonNode expected, WindowLogits actual, String passage) {
    List<Token> tokens = actual.window().tokens();
    assertEquals(longs(expected.path("ids")), tokens.stream().map(Token::id).toList(), passage);
    assertEquals(expected.path("segments").asText(), segments(tokens), passage);
    for (int i = 0; i < tokens.size(); i++) {
      String which = "token " + i + " of " + passage;
      assertEquals(span(expected.path("spans").path(i)), tokens.get(i).span(), which);
      assertEquals(expected.path("start").path(i).asDouble(), actual.start(i), TOLERANCE, which);
      assertEquals(expected.path("end").path(i).asDouble(), actual.end(i), TOLERANCE, which);
    }
  }

  private static List<Long> longs(JsonNode array) {
    List<Long> longs = new ArrayList<>();
    array.forEach(number -> longs.add(number.asLong()));
    return longs;
  }

  private static String segments(List<Token> tokens) {
    StringBuilder segments = new StringBuilder();
    tokens.forEach(token -> segments.append(token.segment().name().charAt(0)));
    return segments.toString();
  }

  private static @Nullable CharSpan span(JsonNode span) {
    return span.isNull() ? null : new CharSpan(span.path(0).asInt(), span.path(1).asInt());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void companyInTheBatchDoesNotMoveALogit(String layout) {
    try (ReaderLease lease = TestReaders.tiny(layout).lease(() -> false)) {
      List<TokenWindow> windows =
          lease.encode(
              "When does the ferry leave?",
              List.of("At 9:40.", "At 9:40, from here.", "The pier. ".repeat(60)));
      List<WindowLogits> together = lease.run(windows);
      for (int i = 0; i < windows.size(); i++) {
        WindowLogits alone = lease.run(List.of(windows.get(i))).getFirst();
        for (int token = 0; token < windows.get(i).length(); token++) {
          assertEquals(alone.start(token), together.get(i).start(token), TOLERANCE);
          assertEquals(alone.end(token), together.get(i).end(token), TOLERANCE);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void anOccludedWordIsTheMask(String layout) {
    ReaderModel model = TestReaders.tiny(layout);
    try (ReaderLease lease = model.lease(() -> false)) {
      TokenWindow window = lease.encode("When was it built?", List.of("In 1861.")).getFirst();
      TokenWindow occluded = lease.occlude(window, new CharSpan(5, 8));
      List<Token> was =
          occluded.tokens().stream()
              .filter(token -> token.isWithin(Token.Segment.QUESTION, new CharSpan(5, 8)))
              .toList();
      assertFalse(was.isEmpty());
      was.forEach(token -> assertEquals(model.manifest().maskTokenId(), token.id()));
      assertEquals(window.length(), occluded.length());
    }
  }
}
