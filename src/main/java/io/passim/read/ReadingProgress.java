package io.passim.read;

import io.passim.inference.TokenWindow;
import java.util.List;

/** Counts the passages all of whose windows have been read, and tells the monitor. */
final class ReadingProgress {
  private final int[] unread;
  private final ReadingMonitor monitor;

  ReadingProgress(int passages, ReadingMonitor monitor) {
    this.unread = new int[passages];
    this.monitor = monitor;
  }

  void begin(List<TokenWindow> windows) {
    windows.forEach(window -> unread[window.passage()]++);
    report();
  }

  void finished(List<TokenWindow> windows) {
    windows.forEach(window -> unread[window.passage()]--);
    report();
  }

  private void report() {
    int done = 0;
    for (int windows : unread) {
      done += windows == 0 ? 1 : 0;
    }
    monitor.progress(done, unread.length);
  }
}
