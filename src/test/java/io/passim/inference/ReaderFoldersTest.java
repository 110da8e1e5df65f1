package io.passim.inference;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a models directory, and loading some of it. */
class ReaderFoldersTest {
  @TempDir Path models;
  private TinyModel tiny;
  private ReaderFolders folders;

  /** {@code tiny} is there to be found; the server uses the one that is shipped. */
  @BeforeEach
  void writeGoodModel() throws IOException {
    tiny = new TinyModel(models);
    tiny.write(TinyModel.INPUTS, TinyModel.OUTPUTS);
    folders = new ReaderFolders(new TestConfig(models, "used", 384, 128), TestReaders.shipped());
  }

  private ReaderFolder found(String name) {
    return folders.find(name).orElseThrow();
  }

  private List<String> names() {
    return folders.list().stream().map(ReaderFolder::name).toList();
  }

  private void assertProblem(String name, String... says) {
    String problem = Objects.requireNonNull(found(name).problem());
    for (String part : says) {
      assertTrue(problem.contains(part), problem);
    }
    assertFalse(problem.contains(models.toString()), problem);
  }

  @Test
  void aGoodOneIsDescribed() throws IOException {
    assertEquals(List.of("tiny", "used"), names());
    ReaderFolder good = found("tiny");
    assertNull(good.problem());
    assertFalse(good.inUse());
    assertEquals(Files.size(tiny.file("model.onnx")), good.bytes());
    assertEquals(List.of("en"), Objects.requireNonNull(good.manifest()).languages());
  }

  @Test
  void theOneInUseIsListedEvenIfItsFolderIsGone() {
    ReaderFolder used = found("used");
    assertTrue(used.inUse());
    assertNull(used.problem());
    assertEquals(TestReaders.shipped().manifest(), used.manifest());
  }

  @Test
  void whatIsNoReaderIsLeftOut() throws IOException {
    Files.createDirectory(models.resolve("training"));
    Files.writeString(models.resolve("README.md"), "Bring your own");
    write(".hidden", "{");
    write("odd name", "{");
    Files.createDirectory(models.resolve("encoder"));
    Files.writeString(
        models.resolve("encoder/model.json"),
        Files.readString(tiny.file("model.json"))
            .replace(ModelManifest.EXTRACTIVE_QA, ModelManifest.TEXT_EMBEDDING));
    assertEquals(List.of("tiny", "used"), names());
  }

  @Test
  void damagedOnesAreListedWithTheReasonAndNoPath() throws IOException {
    write("cut", "{\"name\": ");
    write("null", "null");
    write("hostile", "{\"file\": \"../../etc/passwd\"}");
    write("huge", " ".repeat((1 << 20) + 1));
    Files.createDirectory(models.resolve("bare"));
    Files.write(models.resolve("bare/model.onnx"), new byte[] {1});
    assertProblem("cut", "cut/model.json");
    assertProblem("null", "not a manifest");
    assertProblem("hostile", "hostile/model.json");
    assertProblem("huge", "too many for a manifest");
    assertProblem("bare", "no model.json in bare (it holds: model.onnx)");
    assertNull(found("cut").manifest());
    assertNull(found("tiny").problem(), "others are not harmed");
  }

  @Test
  void otherWeightsAreFoundThoughTheyWereRightBefore() throws IOException {
    assertNull(found("tiny").problem());
    Files.write(tiny.file("model.onnx"), new byte[] {1});
    assertProblem("tiny", "tiny/model.onnx has the sha256", "but model.json says");
    assertNotNull(found("tiny").manifest());
  }

  @Test
  void aWindowThatItCannotTakeIsAProblem() throws IOException {
    tiny.replaceInManifest("\"maxLength\": 512", "\"maxLength\": 128");
    assertProblem("tiny", "passim.inference.window is 384", "at most 128");
  }

  @Test
  void aDirectoryThatIsNotThereHasTheOneInUse() {
    ReaderFolders none =
        new ReaderFolders(
            new TestConfig(models.resolve("absent"), "used", 384, 128), TestReaders.shipped());
    try (LogRecords records = LogRecords.of(ReaderFolders.class)) {
      assertEquals(List.of("used"), none.list().stream().map(ReaderFolder::name).toList());
      assertEquals(1, records.at(Level.WARNING).size());
      assertTrue(records.at(Level.WARNING).getFirst().contains("absent"));
    }
  }

  @Test
  void namesAreComparedAndNotResolved() {
    for (String name : List.of("", ".", "..", "../tiny", "./tiny", "tiny/", "TINY", "\0", "/")) {
      assertEquals(Optional.empty(), folders.find(name), name);
    }
  }

  @Test
  void oneIsLoadedAndClosed() {
    int before = OnnxReaderSession.open();
    try (LoadedReader reader = folders.open(found("tiny"));
        ReaderLease lease = reader.lease(() -> false)) {
      assertEquals(before + 1, OnnxReaderSession.open());
      assertEquals(1, lease.run(lease.encode("who?", List.of("Ada"))).size());
    }
    assertEquals(before, OnnxReaderSession.open());
  }

  @Test
  void oneThatCannotBeLoadedLeavesNothingOpen() throws IOException {
    Files.delete(tiny.file("tokenizer.json"));
    tiny.write(TinyModel.INPUTS, List.of("last_hidden_state"));
    ReaderFolder lying = found("tiny");
    assertNull(lying.problem(), "its files are as its manifest says");
    int before = OnnxReaderSession.open();
    String message =
        String.valueOf(
            assertThrows(ModelLoadException.class, () -> folders.open(lying)).getMessage());
    assertTrue(message.contains("a reader needs"), message);
    assertFalse(message.contains(models.toString()), message);
    assertEquals(before, OnnxReaderSession.open());
  }

  @Test
  void itGivesWayToTheServersReadings() throws InterruptedException {
    ReaderModel first = TestReaders.shipped();
    Thread givingWay;
    try (ReaderLease ofAPerson = first.lease(() -> false)) {
      assertNotNull(ofAPerson);
      givingWay = Thread.ofPlatform().daemon().start(new GivingWay(first, Duration.ofDays(1)));
      await().until(() -> givingWay.getState() == Thread.State.TIMED_WAITING);
    }
    givingWay.join();
  }

  /** As long as it may, since a person reads all the while. */
  @Test
  void oneThatIsLoadedGivesWayBeforeEachRun() {
    try (LoadedReader reader = folders.open(found("tiny"));
        ReaderLease lease = reader.lease(() -> false);
        ReaderLease ofAPerson = TestReaders.shipped().lease(() -> false)) {
      assertNotNull(ofAPerson);
      List<TokenWindow> windows = lease.encode("who?", List.of("Ada"));
      long since = System.nanoTime();
      assertEquals(1, lease.run(windows).size());
      assertTrue(System.nanoTime() - since >= Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void itGivesWayForALimitedTime() {
    ReaderModel first = TestReaders.shipped();
    try (ReaderLease ofAPerson = first.lease(() -> false)) {
      assertNotNull(ofAPerson);
      new GivingWay(first, Duration.ofMillis(1)).run();
    }
  }

  @Test
  void itDoesNotGiveWayToWhatNobodyWaitsFor() {
    ReaderModel first = TestReaders.shipped();
    int places = first.places();
    try (ReaderLease ofAnEvaluation = first.lease(() -> false, true)) {
      assertNotNull(ofAnEvaluation);
      assertEquals(places + 1, first.places());
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> new GivingWay(first, Duration.ofDays(1)).run());
    }
  }

  @Test
  void itWaitsForTheNextQuestionOfOneWhoAsks() {
    ReaderModel first = TestReaders.shipped();
    Duration longest = Duration.ofMillis(20);
    GivingWay givingWay = new GivingWay(first, Duration.ofDays(1), longest);
    try (ReaderLease ofAPerson = first.lease(() -> false)) {
      assertNotNull(ofAPerson);
      givingWay.run();
    }
    long since = System.nanoTime();
    givingWay.run();
    assertTrue(System.nanoTime() - since >= longest.toNanos());
  }

  private void write(String name, String manifest) throws IOException {
    Files.createDirectory(models.resolve(name));
    Files.writeString(models.resolve(name).resolve("model.json"), manifest);
  }
}
