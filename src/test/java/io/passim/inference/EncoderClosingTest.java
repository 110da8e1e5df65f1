package io.passim.inference;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever no longer waits leaves the encoder's queue, and nobody waits for one that is closed. */
@Timeout(60)
class EncoderClosingTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final String LONG = "Who may open the sluice? ".repeat(100);

  private final OnnxEncoderModel encoder = OnnxEncoderModel.open(TestConfig.SHIPPED);
  private final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    encoder.close();
  }

  /** As many as may, so that most of them wait. */
  private List<Thread> ask() {
    List<Thread> asking = new ArrayList<>();
    for (int i = 0; i < TestConfig.SHIPPED.queue(); i++) {
      asking.add(
          Thread.startVirtualThread(() -> {
            try {
              encoder.encodeQuestion(LONG);
            } catch (CancellationException | OverloadedException e) {
              failures.add(e);
            }
          }));
    }
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> encoder.places() > CORES + 5);
    return asking;
  }

  @Test
  void whoIsInterruptedLeavesTheQueue() throws InterruptedException {
    List<Thread> asking = ask();
    asking.forEach(Thread::interrupt);
    for (Thread thread : asking) {
      thread.join();
    }
    int places = encoder.places();
    assertTrue(places <= CORES, () -> places + " places are held by nobody");
    assertFalse(failures.isEmpty());
  }

  @Test
  void whoWaitsIsToldThatItShutsDown() throws InterruptedException {
    List<Thread> asking = ask();
    encoder.close();
    for (Thread thread : asking) {
      thread.join();
    }
    assertFalse(failures.isEmpty());
    failures.forEach(EncoderClosingTest::assertShuttingDown);
    encoder.close();
    assertShuttingDown(
        assertThrows(OverloadedException.class, () -> encoder.encodeQuestion("late")));
    assertShuttingDown(
        assertThrows(OverloadedException.class, () -> encoder.encodePassage("late")));
  }

  private static void assertShuttingDown(RuntimeException failure) {
    assertTrue(failure.toString().contains("the encoder is shutting down"), failure::toString);
  }

  /** They run on threads of their own, which nobody ends. */
  @Test
  void passagesThatAreBeingEncodedAreNotCutShort() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(CORES);
    List<Thread> encoding = new ArrayList<>();
    for (int i = 0; i < CORES; i++) {
      encoding.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  while (true) {
                    assertEquals(encoder.dimensions(), encoder.encodePassage(LONG).length);
                    begun.countDown();
                  }
                } catch (RuntimeException e) {
                  failures.add(e);
                }
              }));
    }
    begun.await();
    encoder.close();
    for (Thread thread : encoding) {
      thread.join();
    }
    assertEquals(CORES, failures.size());
    failures.forEach(EncoderClosingTest::assertShuttingDown);
    assertEquals(0, TensorBuffers.OPEN_TENSORS.get());
  }
}
