package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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
    Thread caller =
        Thread.startVirtualThread(() -> {
          try (WindowScheduler.Place place = pool.enter(() -> false)) {
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
      }
    });
  }

  @Test
  void runsOnNamedPlatformThreads() {
    try (WindowScheduler.Place place = pool.enter(() -> false)) {
      Thread thread = call(place, Thread::currentThread);
      assertTrue(thread.getName().startsWith("passim-inference-"), thread.getName());
      assertFalse(thread.isVirtual());
    }
  }

  @Test
  void refusesAtOncePastTheBound() {
    occupy();
    try (WindowScheduler.Place second = pool.enter(() -> false);
        WindowScheduler.Place third = pool.enter(() -> false)) {
      OverloadedException refused =
          assertThrows(OverloadedException.class, () -> pool.enter(() -> false));
      assertTrue(refused.retryAfter().toMillis() >= 1000);
      assertEquals(3, pool.held());
      assertFalse(second.equals(third));
    }
    assertEquals(1, pool.held());
    pool.enter(() -> false).close();
  }

  @Test
  void servesTheLongestWaitingFirst() throws InterruptedException {
    Thread first = occupy();
    WindowScheduler.Place second = pool.enter(() -> false);
    WindowScheduler.Place third = pool.enter(() -> false);
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
  void cancelledCallerLeavesTheQueue() throws InterruptedException {
    occupy();
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread caller = start(pool.enter(cancelled::get), "second");
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
    Thread caller = start(pool.enter(() -> false), "second");
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
    Thread caller = start(pool.enter(() -> false), "second");
    Awaitility.await().until(() -> pool.waiting() == 1);
    Thread closing = Thread.startVirtualThread(pool::close);
    caller.join();
    assertTrue(ran.contains("second cancelled"));
    busy.countDown();
    closing.join();
    first.join();
    try (WindowScheduler.Place place = pool.enter(() -> false)) {
      assertThrows(CancellationException.class, () -> call(place, () -> "too late"));
    }
  }

  @Test
  void failureOfTheWorkReachesTheCaller() {
    try (WindowScheduler.Place place = pool.enter(() -> false)) {
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
    WindowScheduler.Place place = pool.enter(() -> false);
    place.close();
    place.close();
    assertEquals(0, pool.held());
    assertThrows(IllegalStateException.class, () -> call(place, () -> 1));
  }
}
