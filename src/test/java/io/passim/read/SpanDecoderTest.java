package io.passim.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.inference.Token;
import io.passim.inference.TokenWindow;
import io.passim.inference.WindowLogits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanDecoderTest {
  /** One paragraph, longer than any window of these tests. */
  private static final String TEXT = "x".repeat(5000);

  /** [CLS] question [SEP] passage [SEP], where some passage tokens are empty. */
  private static WindowLogits random(Random random, int passageTokens, int offset) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token(101, 0, Token.Segment.SPECIAL, null));
    tokens.add(new Token(7, 0, Token.Segment.QUESTION, new CharSpan(0, 3)));
    tokens.add(new Token(102, 0, Token.Segment.SPECIAL, null));
    int at = offset;
    for (int i = 0; i < passageTokens; i++) {
      int length = random.nextInt(4);
      tokens.add(new Token(9, 1, Token.Segment.PASSAGE, new CharSpan(at, at + length)));
      at += length + random.nextInt(2);
    }
    tokens.add(new Token(102, 1, Token.Segment.SPECIAL, null));
    return new WindowLogits(
        new TokenWindow(0, tokens), logits(random, tokens.size()), logits(random, tokens.size()));
  }

  private static float[] logits(Random random, int size) {
    float[] logits = new float[size];
    for (int i = 0; i < size; i++) {
      logits[i] = random.nextInt(5) == 0 ? random.nextInt(3) : 8 * (float) random.nextGaussian();
    }
    return logits;
  }

  private static boolean canBound(Token token) {
    return token.segment() == Token.Segment.PASSAGE
        && token.span() != null
        && token.span().length() > 0;
  }

  private static double bruteForceBest(WindowLogits logits, int maxTokens) {
    double best = Double.NEGATIVE_INFINITY;
    List<Token> tokens = logits.window().tokens();
    for (int first = 0; first < tokens.size(); first++) {
      for (int last = first; last < tokens.size() && last - first < maxTokens; last++) {
        if (canBound(tokens.get(first)) && canBound(tokens.get(last))) {
          double score = (double) logits.start(first) + logits.end(last) - logits.nullLogit();
          best = Math.max(best, score);
        }
      }
    }
    return best;
  }

  @Test
  void bestSpanIsTheBruteForceOne() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      WindowLogits logits = random(random, random.nextInt(12), 0);
      int maxTokens = 1 + random.nextInt(5);
      List<TokenSpan> spans = new SpanDecoder(maxTokens, 3).decode(logits, TEXT);
      double best = bruteForceBest(logits, maxTokens);
      assertEquals(spans.isEmpty(), Double.isInfinite(best), () -> "seed " + seed);
      if (!spans.isEmpty()) {
        assertEquals(best, spans.getFirst().score(), () -> "seed " + seed);
      }
    }
  }

  @Test
  void everySpanIsOne() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      WindowLogits logits = random(random, random.nextInt(40), random.nextInt(9));
      List<Token> tokens = logits.window().tokens();
      List<TokenSpan> spans = new SpanDecoder(6, 4).decode(logits, TEXT);
      for (TokenSpan span : spans) {
        assertTrue(span.lastToken() - span.firstToken() < 6, () -> "seed " + seed);
        assertTrue(span.span().length() > 0, () -> "seed " + seed);
        assertTrue(
            tokens.subList(span.firstToken(), span.lastToken() + 1).stream()
                .allMatch(token -> token.segment() == Token.Segment.PASSAGE),
            () -> "seed " + seed);
        assertEquals(logits.start(span.firstToken()), span.startLogit());
        assertEquals(logits.end(span.lastToken()), span.endLogit());
        assertEquals(logits.nullLogit(), span.nullLogit());
      }
      for (int k = 1; k < spans.size(); k++) {
        TokenSpan better = spans.get(k - 1);
        assertTrue(better.score() >= spans.get(k).score(), () -> "seed " + seed);
        for (TokenSpan earlier : spans.subList(0, k)) {
          assertFalse(earlier.span().overlaps(spans.get(k).span()), () -> "seed " + seed);
        }
      }
    }
  }

  @Test
  void windowsOfOnePassageGiveEachPlaceOnce() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<WindowLogits> windows = new ArrayList<>();
      for (int w = 0; w < 3; w++) {
        windows.add(random(random, 10, w * 8));
      }
      SpanDecoder decoder = new SpanDecoder(4, 3);
      List<TokenSpan> spans = decoder.decode(windows, TEXT);
      assertTrue(spans.size() <= 3);
      double best =
          windows.stream()
              .flatMap(window -> decoder.decode(window, TEXT).stream())
              .mapToDouble(TokenSpan::score)
              .max()
              .orElse(0);
      assertTrue(spans.isEmpty() || spans.getFirst().score() == best, () -> "seed " + seed);
      for (int k = 1; k < spans.size(); k++) {
        for (TokenSpan earlier : spans.subList(0, k)) {
          assertFalse(earlier.span().overlaps(spans.get(k).span()), () -> "seed " + seed);
        }
      }
    }
  }

  @Test
  void endsThatComeReversedAreNotSwapped() {
    List<Token> tokens =
        List.of(
            new Token(101, 0, Token.Segment.SPECIAL, null),
            new Token(9, 1, Token.Segment.PASSAGE, new CharSpan(0, 1)),
            new Token(9, 1, Token.Segment.PASSAGE, new CharSpan(2, 3)));
    WindowLogits logits =
        new WindowLogits(new TokenWindow(0, tokens), new float[] {0, 0, 9}, new float[] {0, 9, 0});
    TokenSpan best = new SpanDecoder(30, 1).decode(logits, TEXT).getFirst();
    assertEquals(best.firstToken(), best.lastToken());
    assertEquals(9, best.score());
  }

  @Test
  void logitsThatAreNoNumbersAreRefused() {
    TokenWindow window =
        new TokenWindow(0, List.of(new Token(101, 0, Token.Segment.SPECIAL, null)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WindowLogits(window, new float[] {Float.NaN}, new float[] {0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WindowLogits(window, new float[] {0}, new float[] {0, 0}));
  }

  @Test
  void aSpanDoesNotRunOverTheEndOfAParagraph() {
    List<Token> tokens =
        List.of(
            new Token(101, 0, Token.Segment.SPECIAL, null),
            new Token(9, 1, Token.Segment.PASSAGE, new CharSpan(0, 4)),
            new Token(9, 1, Token.Segment.PASSAGE, new CharSpan(6, 10)),
            new Token(9, 1, Token.Segment.PASSAGE, new CharSpan(11, 14)));
    WindowLogits logits =
        new WindowLogits(
            new TokenWindow(0, tokens), new float[] {0, 9, 5, 0}, new float[] {0, 0, 2, 9});
    List<TokenSpan> spans = new SpanDecoder(30, 3).decode(logits, "Dogs\n\nOnly Fri");
    assertEquals(new CharSpan(6, 14), spans.getFirst().span());
    assertTrue(spans.stream().noneMatch(span -> span.span().start() < 5 && span.span().end() > 5));
  }
}
