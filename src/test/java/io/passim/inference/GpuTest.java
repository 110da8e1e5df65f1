package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a GPU makes of windows; runs only where there is one, in a build with {@code -Pcuda}. */
class GpuTest {
  private static final TestConfig UNQUANTISED =
      new TestConfig(TestConfig.SHIPPED.modelsDirectory(), "reader-minilm-l6", 384, 128);

  /** Far more than rounding in another order makes of a logit, and too little to change a span. */
  private static final float SAME = 0.05f;

  @BeforeAll
  static void requireGpu() {
    assumeTrue(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA), "a build without CUDA");
    try (OnnxReaderModel model = OnnxReaderModel.open(UNQUANTISED)) {
      assumeTrue(model.device() == Device.CUDA, "no GPU that works");
    }
  }

  private static List<WindowLogits> logits(ReaderModel model, long seed) {
    Random random = new Random(seed);
    List<String> passages = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      passages.add(RandomText.of(random, 1 + random.nextInt(400)));
    }
    try (ReaderLease lease = model.lease(() -> false)) {
      return lease.run(lease.encode("Who wrote the report of 1902?", passages));
    }
  }

  private static float[] values(List<WindowLogits> windows) {
    List<Float> values = new ArrayList<>();
    for (WindowLogits window : windows) {
      for (int i = 0; i < window.window().length(); i++) {
        values.add(window.start(i));
        values.add(window.end(i));
      }
    }
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  @Test
  void logitsAreThoseOfTheCpu() {
    long seed = System.nanoTime();
    try (OnnxReaderModel gpu = OnnxReaderModel.open(UNQUANTISED);
        OnnxReaderModel cpu =
            OnnxReaderModel.open(UNQUANTISED.withDevice(DeviceChoice.Wanted.CPU))) {
      assertEquals(Device.CUDA, gpu.device());
      assertArrayEquals(
          values(logits(cpu, seed)), values(logits(gpu, seed)), SAME, () -> "seed " + seed);
    }
  }

  @Test
  void sameBitsAgain() {
    long seed = System.nanoTime();
    try (OnnxReaderModel gpu = OnnxReaderModel.open(UNQUANTISED)) {
      float[] first = values(logits(gpu, seed));
      for (int i = 0; i < 5; i++) {
        assertArrayEquals(first, values(logits(gpu, seed)), () -> "seed " + seed);
      }
    }
  }
}
