package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever goes wrong, who waits is told, and the worker goes on. */
@Timeout(30)
class WindowWorkerTest {
  private static final List<TokenWindow> WINDOWS = TestWindows.ofLengths(5, 6);

  @Test
  void aFailureThatNobodyExpectsIsToldAndLogged() {
    AtomicInteger runs = new AtomicInteger();
    IOException unexpected = new IOException("not declared");
    WindowRunner runner =
        windows -> {
          if (runs.getAndIncrement() == 0) {
            throwUndeclared(unexpected);
          }
          return TestWindows.logits(windows);
        };
    try (LogRecords records = LogRecords.of(WindowWorker.class);
        WindowScheduler scheduler =
            new WindowScheduler(1, 0, new Batching(100, true), () -> runner);
        WindowScheduler.Place place = scheduler.enter(() -> false, false)) {
      IllegalStateException failure =
          assertThrows(IllegalStateException.class, () -> place.read(WINDOWS, index -> {}));
      assertSame(unexpected, failure.getCause());
      assertEquals(WINDOWS.size(), place.read(WINDOWS, index -> {}).size());
      assertEquals(1, records.at(Level.SEVERE).size());
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void throwUndeclared(Exception e) throws E {
    throw (E) e;
  }

  @Test
  void anErrorReachesTheCallerAndTheWorkerGoesOn() {
    AtomicInteger runs = new AtomicInteger();
    WindowRunner runner =
        windows -> {
          if (runs.getAndIncrement() == 0) {
            throw new OutOfMemoryError("so many logits");
          }
          return TestWindows.logits(windows);
        };
    try (WindowScheduler scheduler = new WindowScheduler(1, 0, Batching.alone(), () -> runner);
        WindowScheduler.Place place = scheduler.enter(() -> false, false)) {
      assertThrows(IllegalStateException.class, () -> place.read(WINDOWS, index -> {}));
      assertEquals(WINDOWS.size(), place.read(WINDOWS, index -> {}).size());
    }
  }

  /** There was no room to say that it is done, as there may be no memory. */
  @Test
  void whatCouldNotBeToldIsToldWithItsFailure() throws InterruptedException {
    BlockingQueue<Work<WindowLogits>> done = new ArrayBlockingQueue<>(1);
    Work.Window first = work(0, done);
    Work.Window second = work(1, done);
    first.complete(logits(0));
    assertThrows(IllegalStateException.class, () -> second.complete(logits(1)));
    assertSame(first, done.take());
    second.fail(new IllegalStateException("no room"));
    assertSame(second, done.take());
    assertSame(WINDOWS.get(1), second.result().window());
  }

  @Test
  void whatHasBeenToldIsNotToldAgain() {
    BlockingQueue<Work<WindowLogits>> done = new ArrayBlockingQueue<>(2);
    Work.Window work = work(0, done);
    work.complete(logits(0));
    work.complete(logits(1));
    work.fail(new IllegalStateException("late"));
    assertEquals(List.of(work), List.copyOf(done));
    assertSame(WINDOWS.getFirst(), work.result().window());
  }

  private static Work.Window work(int index, BlockingQueue<Work<WindowLogits>> done) {
    return new Work.Window(new Work.Turn(false, 0, index), index, done, WINDOWS.get(index));
  }

  private static WindowLogits logits(int index) {
    return TestWindows.logits(WINDOWS).get(index);
  }

  /** A second worker that cannot be made leaves the first none to wait for. */
  @Test
  void noWorkerStaysOfASchedulerThatCannotBeMade() {
    AtomicInteger asked = new AtomicInteger();
    int before = workers();
    assertThrows(
        OutOfMemoryError.class,
        () ->
            new WindowScheduler(
                2,
                0,
                Batching.alone(),
                () -> {
                  if (asked.getAndIncrement() == 1) {
                    throw new OutOfMemoryError("no more runners");
                  }
                  return TestWindows::logits;
                }));
    Awaitility.await().until(() -> workers() <= before);
  }

  private static int workers() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("passim-inference-"))
            .count();
  }
}
