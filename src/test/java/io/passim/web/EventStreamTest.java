package io.passim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final int ITEMS = 3;

  private final Semaphore sent = new Semaphore(0);
  private final CountDownLatch closed = new CountDownLatch(1);

  @Test
  void holdsTheSubscriptionBackUntilTheClientTakesMore() throws InterruptedException {
    AssertSubscriber<Integer> client = subscribe();
    client.request(1);
    sent.acquire();
    assertTrue(!sent.tryAcquire(200, TimeUnit.MILLISECONDS), "the second item waits");
    client.request(2);
    sent.acquire(2);
    assertEquals(List.of(0, 1, 2), client.getItems());
  }

  @Test
  void letsTheSubscriptionGoWhenTheClientLeaves() throws InterruptedException {
    AssertSubscriber<Integer> client = subscribe();
    client.cancel();
    assertTrue(closed.await(10, TimeUnit.SECONDS));
    assertTrue(sent.tryAcquire(ITEMS, 10, TimeUnit.SECONDS));
    assertEquals(List.of(), client.getItems());
  }

  private AssertSubscriber<Integer> subscribe() {
    return EventStream.<Integer>of(
            listener -> {
              Thread.ofVirtual()
                  .start(() -> {
                    for (int i = 0; i < ITEMS; i++) {
                      listener.accept(i);
                      sent.release();
                    }
                  });
              return closed::countDown;
            })
        .subscribe()
        .withSubscriber(AssertSubscriber.create(0));
  }
}
