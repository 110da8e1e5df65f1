package io.passim.inference;

import java.util.List;
import org.jboss.logging.Logger;

/** What one worker does until the queue is closed. It outlives whatever goes wrong meanwhile. */
final class WindowWorker implements Runnable {
  private static final Logger LOG = Logger.getLogger(WindowWorker.class);

  private final WorkQueue queue;
  private final WindowRunner runner;

  WindowWorker(WorkQueue queue, WindowRunner runner) {
    this.queue = queue;
    this.runner = runner;
  }

  @Override
  public void run() {
    boolean open = true;
    while (open) {
      try {
        open = doNext();
      } catch (Throwable e) {
        // Without its workers, every question would wait for ever.
        log(e);
      }
    }
  }

  private static void log(Throwable failure) {
    try {
      LOG.error("a worker of the reader failed, and goes on", failure);
    } catch (RuntimeException | Error e) {
      // There is no memory to say it with.
    }
  }

  /**
   * @return false once the queue is closed
   */
  private boolean doNext() {
    List<Work<?>> taken = queue.take();
    try {
      if (taken.isEmpty()) {
        return false;
      }
      if (taken.getFirst() instanceof Work.Call<?> call) {
        call.run();
      } else {
        read(windows(taken));
      }
      return true;
    } catch (Throwable e) {
      for (Work<?> work : taken) {
        work.fail(e);
      }
      throw e;
    }
  }

  private static List<Work.Window> windows(List<Work<?>> taken) {
    return taken.stream()
        .filter(Work.Window.class::isInstance)
        .map(Work.Window.class::cast)
        .toList();
  }

  private void read(List<Work.Window> batch) {
    try {
      List<WindowLogits> logits = runner.run(batch.stream().map(Work.Window::window).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).complete(logits.get(i));
      }
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.getFirst().fail(e);
      } else {
        batch.forEach(window -> read(List.of(window)));
      }
    }
  }
}
