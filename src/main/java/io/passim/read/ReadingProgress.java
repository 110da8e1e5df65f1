package io.passim.read;

import io.passim.inference.TokenWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the passages all of whose windows have been read, and tells the monitor. Used by the
 * reading thread.
 */
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

  /** This window has been read. */
  void finished(TokenWindow window) {
    if (unread.merge(window.passage(), -1, Integer::sum) == 0) {
      done++;
      monitor.progress(done, total);
    }
  }
}
