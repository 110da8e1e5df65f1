package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EngineSizeTest {
  private static final ModelManifest ANY = TestReaders.tiny("bert").manifest();

  private static TestConfig config(OptionalInt workers, OptionalInt threads, OptionalInt tokens) {
    return new TestConfig(
        Path.of("models"),
        "r",
        TestConfig.SHIPPED.encoder(),
        384,
        128,
        DeviceChoice.Wanted.AUTO,
        workers,
        threads,
        tokens);
  }

  private static final TestConfig UNSET =
      config(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  @Test
  void oneWorkerOfOneThreadPerCore() {
    assertEquals(new EngineSize(8, 1, Batching.alone()), EngineSize.of(UNSET, ANY, Device.CPU, 8));
  }

  @Test
  void fewerWorkersShareTheCores() {
    TestConfig two = config(OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty());
    assertEquals(4, EngineSize.of(two, ANY, Device.CPU, 8).threads());
    TestConfig many = config(OptionalInt.of(9), OptionalInt.empty(), OptionalInt.empty());
    assertEquals(1, EngineSize.of(many, ANY, Device.CPU, 8).threads());
  }

  @Test
  void longRunsOnAGpu() {
    assertEquals(
        new EngineSize(2, 1, Batching.withinReadings(16_384)),
        EngineSize.of(UNSET, ANY, Device.CUDA, 8));
  }

  @Test
  void configuredValuesHold() {
    TestConfig all = config(OptionalInt.of(3), OptionalInt.of(4), OptionalInt.of(500));
    EngineSize expected = new EngineSize(3, 4, new Batching(500, true));
    assertEquals(expected, EngineSize.of(all, ANY, Device.CPU, 8));
    assertEquals(expected, EngineSize.of(all, ANY, Device.CUDA, 8));
  }

  @Test
  void graphWhoseRowsMixRunsWindowsAlone() {
    TestConfig longRuns = config(OptionalInt.of(1), OptionalInt.of(1), OptionalInt.of(500));
    ModelManifest alone = alone(ANY);
    assertEquals(Batching.alone(), EngineSize.of(longRuns, alone, Device.CUDA, 8).batching());
  }

  @Test
  void helpersOfAllWorkersMakeUpThePool() {
    assertEquals(1, new EngineSize(8, 1, Batching.alone()).poolThreads());
    assertEquals(7, new EngineSize(2, 4, Batching.alone()).poolThreads());
  }

  @Test
  void nothingMustBeZero() {
    TestConfig none = config(OptionalInt.of(0), OptionalInt.empty(), OptionalInt.empty());
    assertThrows(IllegalArgumentException.class, () -> EngineSize.of(none, ANY, Device.CPU, 8));
  }

  private static ModelManifest alone(ModelManifest manifest) {
    return new ModelManifest(
        manifest.name(),
        manifest.task(),
        manifest.languages(),
        manifest.file(),
        manifest.sha256(),
        manifest.tokenizer(),
        manifest.tokenizerSha256(),
        manifest.inputs(),
        manifest.outputs(),
        manifest.maxLength(),
        manifest.padTokenId(),
        manifest.maskTokenId(),
        manifest.licence(),
        manifest.source(),
        manifest.calibration(),
        manifest.quality(),
        ModelManifest.Batching.ALONE,
        manifest.stops(),
        manifest.questionPrefix(),
        manifest.passagePrefix(),
        manifest.probe());
  }
}
