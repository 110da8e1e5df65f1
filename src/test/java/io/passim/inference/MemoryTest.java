package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs leave no native tensor open, make no buffer once there are some, and do not make the process
 * grow. No other test runs in this process meanwhile.
 */
class MemoryTest {
  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path models;

  /** Reads windows of many lengths, as many as are asked for. */
  private static void read(ReaderModel model, int windows) {
    try (ReaderLease lease = model.lease(() -> false)) {
      List<TokenWindow> lengths =
          TestWindows.ofLengths(IntStream.range(0, 100).map(i -> 2 + i * 37 % 299).toArray());
      for (int read = 0; read < windows; read += lengths.size()) {
        assertEquals(lengths.size(), lease.run(lengths).size());
      }
    }
  }

  private static void assertFlat(ReaderModel model, int windows, long mebibytes) {
    read(model, windows / 10);
    long before = ResidentMemory.bytes();
    read(model, windows);
    long grown = (ResidentMemory.bytes() - before) / MEBIBYTE;
    assertTrue(grown < mebibytes, () -> windows + " windows took " + grown + " MiB");
  }

  @Test
  void tinyGraph() throws IOException {
    Assumptions.assumeTrue(ResidentMemory.isKnown());
    new TinyModel(models).write(TinyModel.INPUTS, TinyModel.OUTPUTS);
    try (OnnxReaderModel model = OnnxReaderModel.open(TestConfig.in(models))) {
      // Five tensors a window: what a run left behind would be 50,000 of them, some 400 MB.
      assertFlat(model, 20_000, 200);
      long buffers = TensorBuffers.BUFFERS.get();
      read(model, 1_000);
      assertEquals(buffers, TensorBuffers.BUFFERS.get());
    }
    assertEquals(0, TensorBuffers.OPEN_TENSORS.get());
  }

  @Test
  void shippedGraph() {
    Assumptions.assumeTrue(ResidentMemory.isKnown());
    try (OnnxReaderModel model = OnnxReaderModel.open(TestConfig.SHIPPED)) {
      assertFlat(model, 200, 300);
    }
    assertEquals(0, TensorBuffers.OPEN_TENSORS.get());
  }
}
