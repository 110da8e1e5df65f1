package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The GPU where it works, the CPU otherwise, and a warning only if the GPU was asked for. */
class DeviceChoiceTest {
  private static final Optional<String> CPU_BUILD = Optional.of("this build has no CUDA");
  private static final Optional<String> CUDA_BUILD = Optional.empty();

  private final Logger logger = Logger.getLogger(DeviceChoice.class.getName());
  private final List<LogRecord> records = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
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

  private List<String> said(Level level) {
    return records.stream()
        .filter(entry -> entry.getLevel().intValue() == level.intValue())
        .map(LogRecord::getMessage)
        .toList();
  }

  @Test
  void takesAGpuThatWorks() {
    for (DeviceChoice.Wanted wanted : List.of(DeviceChoice.Wanted.AUTO, DeviceChoice.Wanted.CUDA)) {
      DeviceChoice choice = new DeviceChoice(wanted, CUDA_BUILD);
      assertEquals(Device.CUDA, choice.open(DeviceChoiceTest::working));
    }
    assertEquals(List.of(), said(Level.WARNING));
  }

  @Test
  void takesTheCpuIfAsked() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.CPU, CUDA_BUILD);
    assertEquals(Device.CPU, choice.open(DeviceChoiceTest::working));
    assertTrue(records.isEmpty());
  }

  @Test
  void whatIsNotTriedOnTheGpuIsSaidWithTheReason() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.AUTO, CPU_BUILD);
    assertEquals(Device.CPU, choice.open(DeviceChoiceTest::working));
    assertEquals(1, records.size());
    assertTrue(said(Level.INFO).getFirst().contains("on the CPU: this build has no CUDA"));
  }

  /** A build with CUDA, asked for whatever suits, must not keep silent about a quantised graph. */
  @Test
  void shippedReaderSaysWhereItRunsAndWhy() {
    try (OnnxReaderModel model =
        OnnxReaderModel.open(TestConfig.SHIPPED.withDevice(DeviceChoice.Wanted.AUTO))) {
      assertEquals(Device.CPU, model.device());
      assertEquals(1, said(Level.INFO).size());
      assertTrue(said(Level.INFO).getFirst().startsWith("the reader runs on the CPU: "));
    }
  }

  @Test
  void askedForGpuThatDoesNotWorkIsOneWarningWithTheReason() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.CUDA, CUDA_BUILD);
    assertEquals(Device.CPU, choice.open(DeviceChoiceTest::withoutDriver));
    assertEquals(1, records.size());
    assertTrue(said(Level.WARNING).getFirst().contains("libcudart.so.12 is not there"));
  }

  @Test
  void automaticFallBackIsNoWarning() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.AUTO, CUDA_BUILD);
    assertEquals(Device.CPU, choice.open(DeviceChoiceTest::withoutDriver));
    assertEquals(1, said(Level.INFO).size());
    assertEquals(List.of(), said(Level.WARNING));
  }

  @Test
  void brokenModelIsNoReasonToFallBack() {
    DeviceChoice choice = new DeviceChoice(DeviceChoice.Wanted.AUTO, CPU_BUILD);
    assertThrows(
        ModelLoadException.class,
        () ->
            choice.open(device -> {
              throw new ModelLoadException("damaged");
            }));
  }

  /** On a machine without a GPU, with either build. */
  @Test
  void readerAskedForCudaAnswersAndWarnsAtMostOnce() {
    TestConfig config = TestConfig.SHIPPED.withDevice(DeviceChoice.Wanted.CUDA);
    try (OnnxReaderModel model = OnnxReaderModel.open(config);
        ReaderLease lease = model.lease(() -> false)) {
      assertEquals(1, lease.run(lease.encode("who?", List.of("Ada wrote it."))).size());
      boolean onGpu = said(Level.INFO).contains("the reader runs on the GPU");
      assertEquals(onGpu ? 0 : 1, said(Level.WARNING).size());
    }
  }
}
