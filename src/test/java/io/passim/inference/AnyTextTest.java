package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout reads any text without failing, and every offset is one of that text. */
@Timeout(120)
class AnyTextTest {
  private static final int MEGABYTE = 1 << 20;

  static List<String> layouts() {
    return TestReaders.layouts();
  }

  /** One of each kind: WordPiece, byte-level BPE, unigram with either normalisation. */
  static List<String> kindsOfTokenizer() {
    return List.of("bert", "roberta", "xlm-roberta", "camembert");
  }

  static Stream<Arguments> layoutsAndPieces() {
    List<String> pieces =
        List.of("\u0301", "\u202E", "\u200F", "\uD83D", "\uDE00", "\0", "😀", "東", "\uFDFA", "\n");
    return layouts().stream()
        .flatMap(layout -> pieces.stream().map(piece -> Arguments.of(layout, piece)));
  }

  /** Encodes, runs, and checks every offset. */
  private static void assertReadable(String layout, String question, String passage, String why) {
    try (ReaderLease lease = TestReaders.tiny(layout).lease(() -> false)) {
      List<TokenWindow> windows = lease.encode(question, List.of(passage));
      windows.forEach(window -> assertValid(window, question, passage, why));
      lease.run(windows.subList(0, Math.min(4, windows.size())));
    }
  }

  private static void assertValid(TokenWindow window, String question, String passage, String why) {
    assertTrue(window.length() <= 128, why);
    assertEquals(Token.Segment.SPECIAL, window.tokens().getFirst().segment(), why);
    for (Token token : window.tokens()) {
      if (token.span() != null) {
        String text = token.segment() == Token.Segment.QUESTION ? question : passage;
        assertTrue(token.span().end() <= text.length(), why);
        assertFalse(splitsCharacter(text, token.span().start()), why);
        assertFalse(splitsCharacter(text, token.span().end()), why);
      }
    }
  }

  private static boolean splitsCharacter(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void randomTexts(String layout) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      assertReadable(
          layout,
          RandomText.of(random, random.nextInt(40)),
          RandomText.of(random, random.nextInt(200)),
          "seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("layoutsAndPieces")
  void nothingElse(String layout, String piece) {
    assertReadable(layout, piece, piece, piece);
    assertReadable(layout, piece.repeat(300), piece.repeat(1000), piece);
    assertReadable(layout, "When?", "At " + piece.repeat(20) + " nine.", piece);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void namesOfSpecialTokensAreData(String layout) {
    WindowTokenizer tokenizer =
        WindowTokenizer.open(
            TestReaders.TINY.resolve(layout).resolve("tokenizer.json"),
            new WindowSize(128, 16, 64));
    try (tokenizer) {
      Vocabulary vocabulary = tokenizer.vocabulary();
      for (String name : vocabulary.special().keySet()) {
        for (String text :
            List.of(name, "the" + name + "end", "＜s＞ " + name.toUpperCase(Locale.ROOT))) {
          TokenWindow window = tokenizer.encode(text, List.of(text)).getFirst();
          for (Token token : window.tokens()) {
            assertEquals(
                token.segment() == Token.Segment.SPECIAL,
                vocabulary.special().containsValue(token.id())
                    && token.id() != vocabulary.unknownId(),
                () -> token + " in " + text);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kindsOfTokenizer")
  void aMegabyteWithoutASpace(String layout) {
    String word = "a".repeat(MEGABYTE);
    assertReadable(layout, word.substring(0, MEGABYTE / 4), word, layout);
    String marks = "e" + "\u0301".repeat(MEGABYTE / 16);
    assertReadable(layout, marks, marks, layout);
  }
}
