package io.passim.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.inference.Token;
import io.passim.inference.TokenWindow;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static TokenWindow window(int passage, int length) {
    return new TokenWindow(
        passage, Collections.nCopies(length, new Token(0, 0, Token.Segment.SPECIAL, null)));
  }

  @Test
  void everyWindowIsInOneBatchWithinTheBudget() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<TokenWindow> windows =
          IntStream.range(0, random.nextInt(20))
              .mapToObj(passage -> window(passage, 1 + random.nextInt(50)))
              .toList();
      List<List<TokenWindow>> batches = Batches.of(windows, 60);
      assertEquals(windows.size(), batches.stream().flatMap(List::stream).distinct().count());
      for (List<TokenWindow> batch : batches) {
        int longest = batch.stream().mapToInt(TokenWindow::length).max().orElseThrow();
        assertTrue(batch.size() == 1 || batch.size() * longest <= 60, () -> "seed " + seed);
      }
    }
  }

  @Test
  void equalLengthsKeepTheirOrder() {
    List<TokenWindow> windows = List.of(window(0, 5), window(1, 5), window(2, 5));
    assertEquals(List.of(windows.subList(0, 2), windows.subList(2, 3)), Batches.of(windows, 10));
  }
}
