package io.passim.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.inference.RandomText;
import io.passim.inference.TestReaders;
import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the reader's layout, every candidate is text of its passage, in whole characters. */
class ReaderLayoutsReadingTest {
  /** Where {@link TestPassages} lets passages begin. */
  private static final int START = 1000;

  static List<String> layouts() {
    return TestReaders.layouts();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void candidatesAreWordsOfThePassage(String layout) {
    String text = "The ferry leaves the pier at 9:40 in the morning; in winter it leaves at ten.";
    List<CandidateSpan> candidates = read(layout, "When does it leave?", text);
    assertFalse(candidates.isEmpty());
    for (CandidateSpan candidate : candidates) {
      assertEquals(candidate.span().shift(-START).of(text), candidate.text());
      assertEquals(candidate.text().strip(), candidate.text());
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void anyTextGivesValidCandidates(String layout) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      String text = RandomText.of(random, random.nextInt(200));
      for (CandidateSpan candidate : read(layout, RandomText.of(random, 12), text)) {
        int start = candidate.span().start() - START;
        int end = candidate.span().end() - START;
        assertTrue(start >= 0 && start < end && end <= text.length(), () -> "seed " + seed);
        assertEquals(text.substring(start, end), candidate.text(), () -> "seed " + seed);
        assertFalse(splitsCharacter(text, start), () -> "seed " + seed);
        assertFalse(splitsCharacter(text, end), () -> "seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void wordsOfTheQuestionAreWeighed(String layout) {
    assertEquals(
        List.of("When", "does", "the", "ferry", "leave"),
        weighed(layout, "When does the ferry leave?"));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void wordsThatTheReaderDoesNotGetAreNotWeighed(String layout) {
    List<String> weighed =
        weighed(layout, "When does the ferry leave, " + "or so ".repeat(80) + "afterwards?");
    assertEquals(12, weighed.size());
    assertEquals(List.of("When", "does", "the", "ferry", "leave"), weighed.subList(0, 5));
    assertFalse(weighed.contains("afterwards"));
  }

  /** Words of the question that the best answer in a passage is explained by. */
  private static List<String> weighed(String layout, String asked) {
    StandaloneQuestion question = TestPassages.question(asked);
    PassageReader reader = TestPassageReaders.of(TestReaders.tiny(layout));
    CandidateSpan best =
        reader
            .read(question, TestPassages.of("The ferry leaves at 9:40."), new Watching())
            .candidates()
            .getFirst();
    return reader.attribute(question, best, new Watching()).stream()
        .map(PassageReader.QuestionTokenWeight::token)
        .toList();
  }

  private static List<CandidateSpan> read(String layout, String question, String text) {
    List<RetrievedPassage> passages = TestPassages.of(text);
    return TestPassageReaders.of(TestReaders.tiny(layout))
        .read(TestPassages.question(question), passages, new Watching())
        .candidates();
  }

  private static boolean splitsCharacter(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }
}
