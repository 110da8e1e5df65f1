package io.passim.conversation;

/** A question that is being answered. Any thread may cancel it. */
final class RunningAsk {
  private volatile boolean cancelled;

  void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }
}
