package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The GPU where it works, the CPU otherwise, and a warning if the GPU was asked for or tried. */
class DeviceChoiceTest {
  private static final Optional<String> CPU_BUILD = Optional.of("this build has no CUDA");
  private static final Optional<String> CUDA_BUILD = Optional.empty();

  private final LogRecords records = LogRecords.of(DeviceChoice.class);

  @AfterEach
  void stopListening() {
    records.close();
  }

  private static Device working(Device device) {
    return device;
  }

  private static Device withoutDriver(Device device) {
    if (device == Device.CUDA) {
      throw new IllegalStateException("libcudart.so.12 is not there");
    }
    return device;
  }

  @Test
  void takesAGpuThatWorks() {
    for (DeviceChoice.Wanted wanted : List.of(DeviceChoice.Wanted.AUTO, DeviceChoice.Wanted.CUDA)) {
      DeviceChoice choice = new DeviceChoice(wanted, CUDA_BUILD);
      assertEquals(Device.CUDA, choice.open(() -> {}, DeviceChoiceTest::working));
    }
    assertEquals(List.of(), records.at(Level.WARNING));
  }

  @Test
  void takesTheCpuIfAsked() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.CPU, CUDA_BUILD);
    assertEquals(Device.CPU, choice.open(() -> {}, DeviceChoiceTest::working));
    assertEquals(0, records.size());
  }

  @Test
  void whatIsNotTriedOnTheGpuIsSaidWithTheReason() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.AUTO, CPU_BUILD);
    assertEquals(Device.CPU, choice.open(() -> {}, DeviceChoiceTest::working));
    assertEquals(1, records.size());
    assertTrue(records.at(Level.INFO).getFirst().contains("on the CPU: this build has no CUDA"));
    assertEquals(List.of(), records.at(Level.WARNING));
  }

  /** A build with CUDA, asked for whatever suits, must not keep silent about a quantised graph. */
  @Test
  void shippedReaderSaysWhereItRunsAndWhy() {
    try (OnnxReaderModel model =
        OnnxReaderModel.open(TestConfig.SHIPPED.withDevice(DeviceChoice.Wanted.AUTO))) {
      assertEquals(Device.CPU, model.device());
      assertEquals(1, records.at(Level.INFO).size());
      assertTrue(records.at(Level.INFO).getFirst().startsWith("the reader runs on the CPU: "));
    }
  }

  @Test
  void askedForGpuThatDoesNotWorkIsOneWarningWithTheReason() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.CUDA, CUDA_BUILD);
    assertEquals(Device.CPU, choice.open(() -> {}, DeviceChoiceTest::withoutDriver));
    assertEquals(1, records.size());
    assertTrue(records.at(Level.WARNING).getFirst().contains("libcudart.so.12 is not there"));
  }

  @Test
  void triedGpuThatDoesNotWorkIsOneWarningWithTheReason() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.AUTO, CUDA_BUILD);
    assertEquals(Device.CPU, choice.open(() -> {}, DeviceChoiceTest::withoutDriver));
    assertEquals(1, records.size());
    assertTrue(records.at(Level.WARNING).getFirst().contains("libcudart.so.12 is not there"));
  }

  /** Nor is it opened again, on either device. */
  @Test
  void brokenModelIsNoFaultOfTheGpu() {
    for (DeviceChoice.Wanted wanted : List.of(DeviceChoice.Wanted.AUTO, DeviceChoice.Wanted.CUDA)) {
      DeviceChoice choice = new DeviceChoice(wanted, CUDA_BUILD);
      List<String> calls = new ArrayList<>();
      assertThrows(
          ModelLoadException.class,
          () ->
              choice.open(
                  () -> {
                    calls.add("check");
                    throw new ModelLoadException("damaged");
                  },
                  device -> calls.add("open on " + device)));
      assertEquals(List.of("check"), calls);
    }
    assertEquals(0, records.size());
  }

  @Test
  void whatIsNotTriedOnTheGpuIsNotChecked() {
    List<DeviceChoice> cpu =
        List.of(
            new DeviceChoice(DeviceChoice.Wanted.AUTO, CPU_BUILD),
            new DeviceChoice(DeviceChoice.Wanted.CPU, CUDA_BUILD));
    for (DeviceChoice choice : cpu) {
      Device device =
          choice.open(
              () -> {
                throw new ModelLoadException("checked");
              },
              DeviceChoiceTest::working);
      assertEquals(Device.CPU, device);
    }
  }

  /** On a machine without a GPU, with either build. */
  @Test
  void readerAskedForCudaAnswersAndWarnsAtMostOnce() {
    TestConfig config = TestConfig.SHIPPED.withDevice(DeviceChoice.Wanted.CUDA);
    try (OnnxReaderModel model = OnnxReaderModel.open(config);
        ReaderLease lease = model.lease(() -> false)) {
      assertEquals(1, lease.run(lease.encode("who?", List.of("Ada wrote it."))).size());
      boolean onGpu = records.at(Level.INFO).contains("the reader runs on the GPU");
      assertEquals(onGpu ? 0 : 1, records.at(Level.WARNING).size());
    }
  }
}
