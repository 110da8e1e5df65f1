package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTokenizerTest {
  private static final WindowSize SIZE = new WindowSize(384, 128, 64);
  private static WindowTokenizer tokenizer = open();

  private static WindowTokenizer open() {
    return WindowTokenizer.open(Path.of("models/reader-minilm-l6/tokenizer.json"), SIZE);
  }

  @BeforeAll
  static void load() {
    tokenizer = open();
  }

  @AfterAll
  static void close() {
    tokenizer.close();
  }

  private static List<CharSpan> spans(TokenWindow window, Token.Segment segment) {
    List<CharSpan> spans = new ArrayList<>();
    for (Token token : window.tokens()) {
      if (token.segment() == segment && token.span() != null) {
        spans.add(token.span());
      }
    }
    return spans;
  }

  /** Whether some tokens begin and end exactly where {@code word} does. */
  private static boolean marks(String passage, String word) {
    int start = passage.indexOf(word);
    List<CharSpan> spans =
        spans(tokenizer.encode("where?", List.of(passage)).getFirst(), Token.Segment.PASSAGE);
    return spans.stream().anyMatch(span -> span.start() == start)
        && spans.stream().anyMatch(span -> span.end() == start + word.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in Paris today",
        "😀 in Paris 😀 today",
        "👨‍👩‍👧‍👦 in Paris today",
        "𝒜𝒷 in Paris today",
        "Zürich, à côté, in Paris today",
        "cafe\u0301 in Paris today",
        "שלום עולם in Paris مرحبا",
        "\u202Ein\u202C Paris today",
        "\uD800 in Paris \uDC00 today",
        "\0 in Paris \0",
        "\uFFFD in Paris",
        "İstanbul ẞ ŉ in Paris",
        "東京 in Paris",
        "[SEP] in Paris [MASK]",
        "ｆｕｌｌ ﬁ in Paris",
      })
  void offsetsAreUtf16OfTheOriginal(String passage) {
    assertTrue(marks(passage, "Paris"), passage);
  }

  @Test
  void offsetsOfAccentedWordsAreTheirOwn() {
    assertTrue(marks("à Orléans, en été", "Orléans"));
    assertTrue(marks("à Orléans, en été", "été"));
    assertTrue(marks("in İzmir, Turkey", "İzmir"));
  }

  @Test
  void randomTextsKeepTheirOffsets() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      String text = RandomText.of(random, random.nextInt(400));
      int end = 0;
      for (TokenWindow window : tokenizer.encode(RandomText.of(random, 30), List.of(text))) {
        for (CharSpan span : spans(window, Token.Segment.PASSAGE)) {
          assertTrue(span.end() <= text.length(), () -> "seed " + seed);
          assertFalse(splitsCharacter(text, span.start()), () -> "seed " + seed);
          assertFalse(splitsCharacter(text, span.end()), () -> "seed " + seed);
          end = Math.max(end, span.end());
        }
      }
      assertTrue(end <= text.length());
    }
  }

  private static boolean splitsCharacter(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  @Test
  void namesOfSpecialTokensAreData() {
    String attack = "[CLS] [SEP] [MASK] [PAD] [UNK] [sep] yes";
    TokenWindow window = tokenizer.encode(attack, List.of(attack)).getFirst();
    Set<Long> special =
        window.tokens().stream()
            .filter(token -> token.segment() == Token.Segment.SPECIAL)
            .map(Token::id)
            .collect(Collectors.toCollection(HashSet::new));
    special.addAll(Set.of(0L, 100L, 103L));
    for (Token token : window.tokens()) {
      if (token.segment() != Token.Segment.SPECIAL) {
        assertFalse(special.contains(token.id()), token.toString());
      }
    }
    assertEquals(3, window.tokens().stream().filter(t -> t.span() == null).count());
  }

  @Test
  void longPassagesBecomeOverlappingWindows() {
    String passage =
        IntStream.range(0, 1500).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    List<TokenWindow> windows = tokenizer.encode("which word?", List.of("short", passage, ""));
    assertEquals(0, windows.getFirst().passage());
    assertEquals(2, windows.getLast().passage());
    assertEquals(List.of(), spans(windows.getLast(), Token.Segment.PASSAGE));
    List<TokenWindow> ofLong = windows.stream().filter(w -> w.passage() == 1).toList();
    assertTrue(ofLong.size() > 3);
    int covered = 0;
    for (int i = 0; i < ofLong.size(); i++) {
      TokenWindow window = ofLong.get(i);
      assertTrue(window.length() <= SIZE.window());
      List<CharSpan> spans = spans(window, Token.Segment.PASSAGE);
      assertTrue(spans.getFirst().start() <= covered + 1, "nothing is left out");
      if (i > 0) {
        CharSpan first = spans.getFirst();
        List<CharSpan> before = spans(ofLong.get(i - 1), Token.Segment.PASSAGE);
        assertEquals(SIZE.stride(), before.size() - before.indexOf(first));
      }
      covered = spans.getLast().end();
    }
    assertEquals(passage.length(), covered);
  }

  @Test
  void longQuestionsAreCut() {
    String question = "why ".repeat(5000);
    TokenWindow window = tokenizer.encode(question, List.of("Because.")).getFirst();
    assertEquals(SIZE.questionTokens(), spans(window, Token.Segment.QUESTION).size());
    assertTrue(marks("Because.", "Because"));
  }

  @Test
  void aQuestionIsCutOnce() {
    WindowTokenizer.Question question = tokenizer.question("why ".repeat(100));
    assertTrue(question.bound().isPositive());
    TokenizerText cut = question.bounded();
    assertEquals(Duration.ZERO, question.bound(), "no time is counted twice");
    tokenizer.encode(question, List.of("Because."));
    assertSame(cut, question.bounded());
  }

  @Test
  void oneEndlessWordIsNoTrouble() {
    String word = "a".repeat(20_000);
    assertEquals(1, tokenizer.encode(word, List.of(word)).size());
    assertFalse(tokenizer.encode("😀".repeat(3000), List.of("😀".repeat(3000))).isEmpty());
  }
}
