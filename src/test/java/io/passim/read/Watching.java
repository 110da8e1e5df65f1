package io.passim.read;

import java.util.ArrayList;
import java.util.List;

/** Notes the progress and cancels after a given number of reports. */
final class Watching implements ReadingMonitor {
  final List<String> reports = new ArrayList<>();
  private final int patience;

  Watching() {
    this(Integer.MAX_VALUE);
  }

  Watching(int patience) {
    this.patience = patience;
  }

  @Override
  public void progress(int done, int total) {
    reports.add(done + "/" + total);
  }

  @Override
  public boolean cancelled() {
    return reports.size() >= patience;
  }
}
