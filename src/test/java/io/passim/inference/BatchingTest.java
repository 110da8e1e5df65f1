package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchingTest {
  private static final BlockingQueue<Work<WindowLogits>> DONE = new LinkedBlockingQueue<>();

  private static List<Work<?>> waiting(int... lengths) {
    return waitingOf(0, lengths);
  }

  private static List<Work<?>> waitingOf(long reading, int... lengths) {
    List<Work<?>> waiting = new ArrayList<>();
    for (TokenWindow window : TestWindows.ofLengths(lengths)) {
      int index = waiting.size();
      waiting.add(new Work.Window(new Work.Turn(false, reading, index), index, DONE, window));
    }
    return waiting;
  }

  private static Work<?> call() {
    return new Work.Call<>(new Work.Turn(false, 0, 0), 0, new LinkedBlockingQueue<>(), () -> 1);
  }

  private static List<Integer> lengths(List<Work<?>> batch) {
    return batch.stream().map(work -> ((Work.Window) work).window().length()).toList();
  }

  @Test
  void firstRunsWithOthersOfItsLengthClass() {
    List<Work<?>> batch = new Batching(1000, true).next(waiting(30, 100, 32, 17, 33, 16));
    assertEquals(List.of(30, 32, 17), lengths(batch));
  }

  @Test
  void budgetCountsPadding() {
    assertEquals(List.of(30, 30), lengths(new Batching(64, true).next(waiting(30, 30, 30))));
    assertEquals(List.of(20), lengths(new Batching(63, true).next(waiting(20, 32, 20))));
  }

  @Test
  void readingsShareARunOnlyIfTheyMay() {
    List<Work<?>> waiting = new ArrayList<>(waitingOf(1, 30, 130, 30));
    waiting.addAll(waitingOf(2, 30, 30));
    assertEquals(List.of(30, 30, 30, 30), lengths(new Batching(1000, true).next(waiting)));
    List<Work<?>> own = Batching.withinReadings(1000).next(waiting);
    assertEquals(List.of(waiting.get(0), waiting.get(2)), own);
  }

  @Test
  void aQuestionIsReadInFewRuns() {
    List<Work<?>> waiting = waiting(95, 220, 104, 131, 118, 207, 149, 163, 190, 176);
    int runs = 0;
    while (!waiting.isEmpty()) {
      waiting.removeAll(Batching.withinReadings(16_384).next(waiting));
      runs++;
    }
    assertTrue(runs <= 2, () -> "runs of very different lengths");
  }

  @Test
  void ownWindowsRunTogetherWhileLessThanHalfIsPadding() {
    Batching own = Batching.withinReadings(10_000);
    assertEquals(List.of(100, 101, 99), lengths(own.next(waiting(100, 101, 384, 99))));
    assertEquals(List.of(384, 101, 100), lengths(own.next(waiting(384, 101, 99, 100))));
    assertEquals(List.of(100, 399, 100), lengths(own.next(waiting(100, 399, 100))));
    assertEquals(List.of(100, 100), lengths(own.next(waiting(100, 400, 100))));
    assertEquals(List.of(20, 21), lengths(Batching.withinReadings(48).next(waiting(20, 24, 21))));
  }

  @Test
  void longerWindowThanTheBudgetRunsAlone() {
    assertEquals(List.of(200), lengths(new Batching(100, true).next(waiting(200, 200))));
  }

  @Test
  void nothingSharesARunWhereEachIsAlone() {
    assertEquals(List.of(1), lengths(Batching.alone().next(waiting(1, 1))));
  }

  @Test
  void callsAreAlone() {
    Work<?> call = call();
    List<Work<?>> waiting = new ArrayList<>(List.of(call, call()));
    waiting.addAll(waiting(5, 5));
    assertEquals(List.of(call), new Batching(100, true).next(waiting));
    List<Work<?>> windowFirst = waiting(5, 5);
    windowFirst.add(1, call);
    assertEquals(List.of(5, 5), lengths(new Batching(100, true).next(windowFirst)));
  }

  @Test
  void everyRunHoldsTheFirstWithinTheBudgetAndPadsLittle() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      int[] lengths =
          IntStream.range(0, 1 + random.nextInt(30)).map(l -> 1 + random.nextInt(90)).toArray();
      List<Work<?>> waiting = waiting(lengths);
      int tokens = 1 + random.nextInt(400);
      Supplier<String> which = () -> "seed " + seed + Arrays.toString(lengths);
      List<Integer> across = lengths(checked(new Batching(tokens, true), waiting, which));
      assertTrue(Collections.max(across) - Collections.min(across) < Batching.LENGTH_CLASS, which);
      List<Integer> own = lengths(checked(Batching.withinReadings(tokens), waiting, which));
      int read = own.stream().mapToInt(Integer::intValue).sum();
      assertTrue(own.size() * Collections.max(own) < 2 * read, which);
    }
  }

  private static List<Work<?>> checked(
      Batching batching, List<Work<?>> waiting, Supplier<String> which) {
    List<Work<?>> batch = batching.next(waiting);
    assertTrue(batch.contains(waiting.getFirst()), which);
    assertEquals(waiting.stream().filter(batch::contains).toList(), batch, which);
    assertTrue(
        batch.size() == 1 || batch.size() * Collections.max(lengths(batch)) <= batching.tokens(),
        which);
    return batch;
  }

  @Test
  void budgetMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new Batching(0, true));
  }
}
