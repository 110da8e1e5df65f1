package io.passim.read;

import io.passim.inference.TokenWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Counts the passages all of whose windows have been read, and tells the monitor. */
final class ReadingProgress {
  private final int total;
  private final ReadingMonitor monitor;
  private final Map<Integer, Integer> unread = new HashMap<>();
  private int done;

  /**
   * Nothing read yet.
   *
   * @param total most passages that will be read
   */
  ReadingProgress(int total, ReadingMonitor monitor) {
    this.total = total;
    this.monitor = monitor;
  }

  /** These windows, all there are of their passages, will be read next. */
  void begin(List<TokenWindow> windows) {
    unread.clear();
    windows.forEach(window -> unread.merge(window.passage(), 1, Integer::sum));
    monitor.progress(done, total);
  }

  void finished(List<TokenWindow> windows) {
    for (TokenWindow window : windows) {
      if (unread.merge(window.passage(), -1, Integer::sum) == 0) {
        done++;
      }
    }
    monitor.progress(done, total);
  }

  /**
   * Stops a reading that is of no use any more.
   *
   * @throws CancellationException if nobody waits
   */
  void requireWaiting() {
    if (monitor.cancelled()) {
      throw new CancellationException("nobody waits for the answer");
    }
  }
}
