package io.passim.answer;

import io.passim.answer.AnswerMonitor.Stage;
import io.passim.question.StandaloneQuestion;
import io.passim.read.ReadingMonitor;

/** Passes the reader's progress on to whoever waits for the answer. */
record ReadingProgress(StandaloneQuestion question, AnswerMonitor monitor)
    implements ReadingMonitor {
  @Override
  public void progress(int done, int total) {
    monitor.progress(Stage.READING, done, total, question.text());
  }

  @Override
  public boolean cancelled() {
    return monitor.cancelled();
  }

  @Override
  public boolean background() {
    return monitor.background();
  }
}
