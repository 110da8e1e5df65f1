package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a reading gives does not depend on who else is being served, to the last bit. */
@Timeout(120)
class CompanyTest {
  private static final String QUESTION = "How many days of leave do part-time staff get?";
  private static final List<String> PASSAGES =
      List.of(
          "Part-time staff receive 20 days of paid leave per year.",
          "The office in Paris is open from nine to five. ".repeat(6),
          "Full-time staff receive 25 days. Leave must be taken before March.");

  private static byte[] bits(ReaderModel model) {
    try (ReaderLease lease = model.lease(() -> false)) {
      List<WindowLogits> logits = lease.run(lease.encode(QUESTION, PASSAGES));
      int tokens = logits.stream().mapToInt(window -> window.window().length()).sum();
      ByteBuffer bits = ByteBuffer.allocate(2 * Float.BYTES * tokens);
      for (WindowLogits window : logits) {
        for (int i = 0; i < window.window().length(); i++) {
          bits.putFloat(window.start(i)).putFloat(window.end(i));
        }
      }
      return bits.array();
    }
  }

  private static void readAnything(ReaderModel model, Random random) {
    try (ReaderLease lease = model.lease(() -> false)) {
      List<String> texts = new ArrayList<>(PASSAGES);
      for (int i = 0; i < 4; i++) {
        texts.add(RandomText.of(random, 1 + random.nextInt(200)));
      }
      lease.run(lease.encode(RandomText.of(random, 10), texts));
    }
  }

  @Test
  void sameBitsAloneAndInRandomCompany() throws Exception {
    ReaderModel model = TestReaders.shipped();
    byte[] alone = bits(model);
    long seed = System.nanoTime();
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int other = 0; other < 6; other++) {
        Random random = new Random(seed + other);
        running.add(
            others.submit(() -> {
              for (int i = 0; i < 4; i++) {
                readAnything(model, random);
              }
            }));
      }
      for (int i = 0; i < 8; i++) {
        assertArrayEquals(alone, bits(model), () -> "seed " + seed);
      }
      for (Future<?> other : running) {
        other.get();
      }
    }
  }

  @Test
  void everyWindowRunsAloneByDefaultOnTheCpu() {
    ReaderModel model = TestReaders.shipped();
    ReaderStatistics before = model.statistics();
    bits(model);
    ReaderStatistics done = model.statistics().since(before);
    assertEquals(3, done.runs());
    assertEquals(3, done.windows());
    assertEquals(0, done.paddingTokens());
  }

  @Test
  void runsOfSeveralWindowsAreCountedWithTheirPadding() {
    try (OnnxReaderModel model =
            OnnxReaderModel.open(TestReaders.tinyConfig(TestReaders.TINY, "bert"));
        ReaderLease lease = model.lease(() -> false)) {
      List<TokenWindow> windows = lease.encode("who?", List.of("Ada", "Ada was", "Ada was it"));
      int tokens = windows.stream().mapToInt(TokenWindow::length).sum();
      lease.run(windows);
      ReaderStatistics done = model.statistics();
      assertEquals(3, done.windows());
      assertEquals(tokens, done.tokens());
      assertEquals(1, done.runs());
      assertTrue(done.paddingTokens() > 0);
    }
  }
}
