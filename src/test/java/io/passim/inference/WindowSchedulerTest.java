package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WindowSchedulerTest {
  private final WindowScheduler pool =
      new WindowScheduler(1, 2, Batching.alone(), () -> windows -> List.of());
  private final CountDownLatch busy = new CountDownLatch(1);
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    busy.countDown();
    pool.close();
  }

  private static <T> T call(WindowScheduler.Place place, Callable<T> call) {
    return place.call(List.of(call)).getFirst();
  }

  /** Takes the only thread until {@link #busy} is counted down. */
  private Thread occupy() {
    return occupy(pool);
  }

  private Thread occupy(WindowScheduler scheduler) {
    Thread caller =
        Thread.startVirtualThread(() -> {
          try (WindowScheduler.Place place = scheduler.enter(() -> false, false)) {
            call(
                place,
                () -> {
                  ran.add("first");
                  busy.await();
                  return null;
                });
          }
        });
    Awaitility.await().until(() -> ran.contains("first"));
    return caller;
  }

  private Thread start(WindowScheduler.Place place, String name) {
    return Thread.startVirtualThread(() -> {
      try (place) {
        call(place, () -> ran.add(name));
      } catch (CancellationException e) {
        ran.add(name + " cancelled");
      } catch (OverloadedException e) {
        ran.add(name + " refused");
      }
    });
  }

  @Test
  void runsOnNamedPlatformThreads() {
    try (WindowScheduler.Place place = pool.enter(() -> false, false)) {
      Thread thread = call(place, Thread::currentThread);
      assertTrue(thread.getName().startsWith("passim-inference-"), thread.getName());
      assertFalse(thread.isVirtual());
    }
  }

  @Test
  void refusesAtOncePastTheBound() {
    occupy();
    try (WindowScheduler.Place second = pool.enter(() -> false, false);
        WindowScheduler.Place third = pool.enter(() -> false, false)) {
      OverloadedException refused =
          assertThrows(OverloadedException.class, () -> pool.enter(() -> false, false));
      assertTrue(refused.retryAfter().toMillis() >= 1000);
      assertEquals(3, pool.held());
      assertFalse(second.equals(third));
    }
    assertEquals(1, pool.held());
    pool.enter(() -> false, false).close();
  }

  @Test
  void servesTheLongestWaitingFirst() throws InterruptedException {
    Thread first = occupy();
    WindowScheduler.Place second = pool.enter(() -> false, false);
    WindowScheduler.Place third = pool.enter(() -> false, false);
    Thread late = start(third, "third");
    Awaitility.await().until(() -> pool.waiting() == 1);
    Thread early = start(second, "second");
    Awaitility.await().until(() -> pool.waiting() == 2);
    busy.countDown();
    for (Thread caller : List.of(first, early, late)) {
      caller.join();
    }
    assertEquals(List.of("first", "second", "third"), ran);
  }

  @Test
  void servesTheBackgroundLast() throws InterruptedException {
    List<Thread> callers = new ArrayList<>(List.of(occupy()));
    WindowScheduler.Place evaluation = pool.enter(() -> false, true);
    callers.add(start(evaluation, "evaluation"));
    Awaitility.await().until(() -> pool.waiting() == 1);
    assertEquals(2, evaluation.sharing());
    WindowScheduler.Place person = pool.enter(() -> false, false);
    assertEquals(2, person.sharing());
    assertEquals(3, pool.held());
    assertEquals(2, pool.heldInForeground());
    callers.add(start(person, "person"));
    Awaitility.await().until(() -> pool.waiting() == 2);
    busy.countDown();
    for (Thread caller : callers) {
      caller.join();
    }
    assertEquals(List.of("first", "person", "evaluation"), ran);
  }

  @Test
  void windowsOfTheBackgroundLetLaterOnesPass() throws InterruptedException {
    List<Integer> lengths = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch reading = new CountDownLatch(1);
    WindowRunner runner =
        windows -> {
          lengths.add(windows.getFirst().length());
          reading.countDown();
          await(busy);
          return TestWindows.logits(windows);
        };
    try (WindowScheduler scheduler = new WindowScheduler(1, 1, Batching.alone(), () -> runner)) {
      Thread evaluation = read(scheduler.enter(() -> false, true), 5, 6, 7);
      await(reading);
      Thread person = read(scheduler.enter(() -> false, false), 8, 9);
      Awaitility.await().until(() -> scheduler.waiting() == 4);
      busy.countDown();
      evaluation.join();
      person.join();
    }
    assertEquals(List.of(5, 8, 9, 6, 7), lengths);
  }

  private static Thread read(WindowScheduler.Place place, int... lengths) {
    return Thread.startVirtualThread(() -> {
      try (place) {
        place.read(TestWindows.ofLengths(lengths), index -> {});
      }
    });
  }

  @Test
  void cancelledCallerLeavesTheQueue() throws InterruptedException {
    occupy();
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread caller = start(pool.enter(cancelled::get, false), "second");
    Awaitility.await().until(() -> pool.waiting() == 1);
    cancelled.set(true);
    caller.join();
    assertEquals(List.of("first", "second cancelled"), ran);
    assertEquals(0, pool.waiting());
    assertEquals(1, pool.held());
  }

  @Test
  void interruptedCallerLeavesTheQueue() throws InterruptedException {
    occupy();
    Thread caller = start(pool.enter(() -> false, false), "second");
    Awaitility.await().until(() -> pool.waiting() == 1);
    caller.interrupt();
    caller.join();
    assertEquals(List.of("first", "second cancelled"), ran);
    assertEquals(0, pool.waiting());
    assertEquals(1, pool.held());
  }

  @Test
  void closingReleasesThoseWhoWait() throws InterruptedException {
    Thread first = occupy();
    Thread caller = start(pool.enter(() -> false, false), "second");
    Awaitility.await().until(() -> pool.waiting() == 1);
    Thread closing = Thread.startVirtualThread(pool::close);
    caller.join();
    assertTrue(ran.contains("second refused"), "nobody has stopped it");
    busy.countDown();
    closing.join();
    first.join();
    try (WindowScheduler.Place place = pool.enter(() -> false, false)) {
      OverloadedException refused =
          assertThrows(OverloadedException.class, () -> call(place, () -> "too late"));
      assertTrue(refused.toString().contains("the reader is shutting down"), refused::toString);
      assertTrue(refused.retryAfter().isPositive());
    }
  }

  @Test
  void failureOfTheWorkReachesTheCaller() {
    try (WindowScheduler.Place place = pool.enter(() -> false, false)) {
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  call(
                      place,
                      () -> {
                        throw new IllegalStateException("native");
                      }));
      assertEquals("native", failure.getMessage());
      assertEquals("fine", call(place, () -> "fine"));
    }
  }

  @Test
  void returnedPlaceCannotBeUsed() {
    WindowScheduler.Place place = pool.enter(() -> false, false);
    place.close();
    place.close();
    assertEquals(0, pool.held());
    assertThrows(IllegalStateException.class, () -> call(place, () -> 1));
  }

  @Test
  void windowsOfOneReadingAreSpreadOverTheWorkers() {
    CyclicBarrier both = new CyclicBarrier(2);
    try (WindowScheduler two =
            new WindowScheduler(
                2,
                0,
                Batching.alone(),
                () ->
                    windows -> {
                      meet(both);
                      return TestWindows.logits(windows);
                    });
        WindowScheduler.Place place = two.enter(() -> false, false)) {
      List<TokenWindow> windows = TestWindows.ofLengths(5, 6, 7, 8);
      List<Integer> finished = new ArrayList<>();
      List<WindowLogits> logits = place.read(windows, finished::add);
      assertEquals(windows, logits.stream().map(WindowLogits::window).toList());
      assertEquals(Set.of(0, 1, 2, 3), Set.copyOf(finished));
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysWhoHasNotGivenBackAPlace() {
    try (WindowScheduler scheduler =
        new WindowScheduler(1, 2, Batching.alone(), () -> TestWindows::logits)) {
      WindowScheduler.Place kept = scheduler.enter(() -> false, false);
      scheduler.enter(() -> false, false).close();
      List<String> holders = scheduler.holders(Duration.ZERO);
      assertEquals(1, holders.size());
      assertTrue(
          holders.getFirst().startsWith(Thread.currentThread() + " for PT"), holders::toString);
      kept.close();
      assertEquals(List.of(), scheduler.holders(Duration.ofSeconds(10)));
      assertEquals(0, scheduler.held());
    }
  }

  @Test
  void windowsOfSeveralReadingsShareRuns() throws InterruptedException {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    try (WindowScheduler scheduler =
        new WindowScheduler(
            1,
            2,
            new Batching(100, true),
            () ->
                windows -> {
                  sizes.add(windows.size());
                  return TestWindows.logits(windows);
                })) {
      Thread first = occupy(scheduler);
      List<Thread> readings = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        WindowScheduler.Place place = scheduler.enter(() -> false, false);
        readings.add(
            Thread.startVirtualThread(() -> {
              try (place) {
                place.read(TestWindows.ofLengths(20, 20), index -> {});
              }
            }));
      }
      Awaitility.await().until(() -> scheduler.waiting() == 4);
      busy.countDown();
      readings.add(first);
      for (Thread reading : readings) {
        reading.join();
      }
      assertEquals(List.of(4), sizes);
    }
  }

  @Test
  void failureInCompanyReachesOnlyItsOwnReading() throws InterruptedException {
    try (WindowScheduler scheduler =
        new WindowScheduler(
            1,
            2,
            new Batching(100, true),
            () ->
                windows -> {
                  if (windows.stream().anyMatch(window -> window.length() == 21)) {
                    throw new IllegalStateException("native");
                  }
                  return TestWindows.logits(windows);
                })) {
      Thread first = occupy(scheduler);
      List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
      List<Thread> readings = new ArrayList<>(List.of(first));
      for (int length : List.of(20, 21)) {
        WindowScheduler.Place place = scheduler.enter(() -> false, false);
        readings.add(
            Thread.startVirtualThread(() -> {
              try (place) {
                place.read(TestWindows.ofLengths(length), i -> {});
                outcomes.add(length + " read");
              } catch (RuntimeException e) {
                outcomes.add(length + " " + e.getMessage());
              }
            }));
      }
      Awaitility.await().until(() -> scheduler.waiting() == 2);
      busy.countDown();
      for (Thread reading : readings) {
        reading.join();
      }
      assertEquals(List.of("20 read", "21 native"), outcomes.stream().sorted().toList());
    }
  }

  @Test
  void cancelledReadingWithdrawsItsWindows() {
    List<TokenWindow> read = Collections.synchronizedList(new ArrayList<>());
    WindowRunner blocking =
        windows -> {
          read.addAll(windows);
          await(busy);
          return TestWindows.logits(windows);
        };
    List<TokenWindow> windows = TestWindows.ofLengths(5, 6, 7);
    try (WindowScheduler scheduler = new WindowScheduler(1, 0, Batching.alone(), () -> blocking);
        WindowScheduler.Place place = scheduler.enter(() -> !read.isEmpty(), false)) {
      assertThrows(CancellationException.class, () -> place.read(windows, index -> {}));
      assertEquals(0, scheduler.waiting());
      busy.countDown();
    }
    assertEquals(windows.subList(0, 1), read);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void failingListenerWithdrawsTheRest() {
    Semaphore mayRun = new Semaphore(1);
    AtomicInteger ran = new AtomicInteger();
    WindowRunner firstOnly =
        windows -> {
          mayRun.acquireUninterruptibly();
          ran.incrementAndGet();
          return TestWindows.logits(windows);
        };
    try (WindowScheduler scheduler = new WindowScheduler(1, 0, Batching.alone(), () -> firstOnly);
        WindowScheduler.Place place = scheduler.enter(() -> false, false)) {
      List<TokenWindow> windows = TestWindows.ofLengths(5, 6, 7);
      assertThrows(
          IllegalStateException.class,
          () ->
              place.read(
                  windows,
                  index -> {
                    throw new IllegalStateException("gone");
                  }));
      assertEquals(0, scheduler.waiting());
      mayRun.release(2);
    }
    assertTrue(ran.get() < 3, "the third window was withdrawn");
  }
}
