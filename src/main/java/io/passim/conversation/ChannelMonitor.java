package io.passim.conversation;

import io.passim.answer.AnswerMonitor;
import org.jspecify.annotations.Nullable;

/** Tells progress to the conversation and to the asker; either can stop the question. */
record ChannelMonitor(
    String askId, ConversationChannel channel, RunningAsk running, AnswerMonitor asker)
    implements AnswerMonitor {
  @Override
  public void progress(Stage stage, int done, int total, @Nullable String standaloneQuestion) {
    channel.progress(askId, stage, done, total, standaloneQuestion);
    asker.progress(stage, done, total, standaloneQuestion);
  }

  @Override
  public boolean cancelled() {
    return running.cancelled() || asker.cancelled();
  }
}
