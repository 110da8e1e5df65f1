package io.passim.read;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.inference.ModelManifest;
import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPassageReaderTest {
  private static final StandaloneQuestion QUESTION = TestPassages.question("who?");

  private final FakeReaderModel model = new FakeReaderModel("Ada", 8);

  private PassageReader reader(int passages) {
    return TestPassageReaders.of(model, passages);
  }

  @Test
  void candidatesStandInTheDocument() {
    Reading reading =
        reader(10)
            .read(QUESTION, TestPassages.of("nobody here", "It was Ada, they say"), new Watching());
    CandidateSpan best = reading.candidates().getFirst();
    assertEquals("Ada", best.text());
    assertEquals(new CharSpan(1007, 1010), best.span());
    assertEquals(10, best.score());
    assertEquals(2, best.passage().rank());
    assertEquals(2, reading.passagesRead());
  }

  @Test
  void readsNoMoreThanConfigured() {
    Reading reading = reader(2).read(QUESTION, TestPassages.of("a", "b", "Ada"), new Watching());
    assertEquals(2, reading.passagesRead());
    assertTrue(reading.candidates().stream().noneMatch(c -> c.text().equals("Ada")));
  }

  @Test
  void progressCountsPassagesWhoseWindowsAreAllRead() {
    Watching watching = new Watching();
    reader(10).read(QUESTION, TestPassages.of("a ".repeat(11) + "b", "c"), watching);
    assertEquals(List.of("0/2", "1/2", "2/2"), watching.reports);
  }

  @Test
  void cancelStopsBetweenWindows() {
    PassageReader reader = reader(10);
    List<RetrievedPassage> passages = TestPassages.of("a", "b", "c", "d");
    assertThrows(
        CancellationException.class, () -> reader.read(QUESTION, passages, new Watching(3)));
    assertEquals(2, model.windowsRead);
    assertEquals(0, model.leases, "the place was given back");
  }

  @Test
  void readsInTheBackgroundWhereNobodyWaits() {
    reader(10).read(QUESTION, TestPassages.of("Ada"), new Watching());
    assertEquals(0, model.leasesInBackground);
    ReadingMonitor evaluation =
        new ReadingMonitor() {
          @Override
          public void progress(int done, int total) {}

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public boolean background() {
            return true;
          }
        };
    reader(10).read(QUESTION, TestPassages.of("Ada"), evaluation);
    assertEquals(1, model.leasesInBackground);
  }

  @Test
  void goodAnswerAmongTheFirstLeavesTheOthersUnread() {
    Watching watching = new Watching();
    Reading reading = stoppingAt(9).read(QUESTION, TestPassages.of("a", "Ada", "c", "d"), watching);
    assertEquals(2, reading.passagesRead());
    assertEquals(List.of("0/4", "1/4", "2/4"), watching.reports);
  }

  @Test
  void othersAreReadWhereTheFirstDoNotSuffice() {
    Watching watching = new Watching();
    Reading reading =
        stoppingAt(9).read(QUESTION, TestPassages.of("a", "b", "c", "Ada", "Ada"), watching);
    assertEquals(5, reading.passagesRead());
    assertEquals(4, reading.candidates().getFirst().passage().rank());
    assertEquals(List.of("0/5", "1/5", "2/5", "2/5", "3/5", "4/5", "5/5"), watching.reports);
  }

  @Test
  void readsOnWhereTheBestScoresLessThanTheManifestAsks() {
    Reading reading =
        stoppingAt(11).read(QUESTION, TestPassages.of("a", "Ada", "c", "d"), new Watching());
    assertEquals(4, reading.passagesRead());
  }

  @Test
  void idleWorkersReadAheadAndChangeNothing() {
    List<RetrievedPassage> passages = TestPassages.of("a", "Ada", "c", "Ada Ada", "e");
    FakeReaderModel idle = new FakeReaderModel("Ada", 8, new ModelManifest.Stop(2, 9));
    idle.sideBySide = 4;
    Reading ahead = TestPassageReaders.of(idle).read(QUESTION, passages, new Watching());
    assertEquals(4, idle.windowsRead);
    assertEquals(stoppingAt(9).read(QUESTION, passages, new Watching()), ahead);
  }

  @Test
  void aSecondDocumentIsLookedAtBeforeTheEnd() {
    List<RetrievedPassage> passages =
        List.of(
            TestPassages.passage("d_0", 1, 0, "Ada"),
            TestPassages.passage("d_0", 2, 10, "b"),
            TestPassages.passage("d_0", 3, 20, "c"),
            TestPassages.passage("d_1", 4, 0, "d"),
            TestPassages.passage("d_2", 5, 0, "e"));
    Reading reading = stoppingAt(9).read(QUESTION, passages, new Watching());
    assertEquals(4, reading.passagesRead());
    assertEquals(
        2,
        stoppingAt(9).read(QUESTION, passages.subList(0, 3), new Watching()).passagesRead(),
        "there is no second");
  }

  @Test
  void earlyStopCanBeTurnedOff() {
    FakeReaderModel stopping = new FakeReaderModel("Ada", 8, new ModelManifest.Stop(2, 9));
    Reading reading =
        TestPassageReaders.of(stopping, 10)
            .read(QUESTION, TestPassages.of("a", "Ada", "c", "d"), new Watching());
    assertEquals(4, reading.passagesRead());
  }

  private static PassageReader stoppingAt(double score) {
    return TestPassageReaders.of(new FakeReaderModel("Ada", 8, new ModelManifest.Stop(2, score)));
  }

  @Test
  void nothingToReadTakesNoPlace() {
    Reading reading = reader(10).read(QUESTION, List.of(), new Watching());
    assertEquals(new Reading(List.of(), 0), reading);
    assertEquals(0, model.leasesTaken);
  }

  @Test
  void equalScoresKeepTheRetrieversOrder() {
    Reading reading =
        reader(10).read(QUESTION, TestPassages.of("Ada", "x Ada y z", "Ada"), new Watching());
    List<Integer> ranks =
        reading.candidates().stream()
            .filter(candidate -> candidate.text().equals("Ada"))
            .map(candidate -> candidate.passage().rank())
            .toList();
    assertEquals(List.of(1, 2, 3), ranks);
  }

  @Test
  void stopsAreInTheFingerprintBecauseTheyDecideAboutAnswers() {
    assertNotEquals(stoppingAt(9).fingerprint(), stoppingAt(11).fingerprint());
    assertEquals(stoppingAt(9).fingerprint(), stoppingAt(9).fingerprint());
  }

  @Test
  void tokenizerIsInTheFingerprintBecauseItDecidesAboutAnswers() {
    String before = reader(10).fingerprint();
    model.tokenizerSha256 = "1".repeat(64);
    assertNotEquals(before, reader(10).fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "passim.read.passages, 0, 1",
    "passim.read.answer-tokens, 0, 1",
    "passim.read.candidates, 0, 1",
    "passim.read.attributed-words, -1, 0"
  })
  void settingsThatMakeNoSenseAreRefused(String key, String wrong, String least) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> configured(key, wrong));
    assertEquals(key + " must be at least " + least + ": " + wrong, refused.getMessage());
    assertDoesNotThrow(() -> configured(key, least));
  }

  private WindowPassageReader configured(String key, String value) {
    return new WindowPassageReader(
        model,
        new SmallRyeConfigBuilder()
            .withMapping(ReadConfig.class)
            .withDefaultValue(key, value)
            .build()
            .getConfigMapping(ReadConfig.class));
  }

  @Test
  void identityIsTheManifests() {
    assertEquals("fake", reader(1).identity().name());
  }
}
