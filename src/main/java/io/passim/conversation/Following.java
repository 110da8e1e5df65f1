package io.passim.conversation;

import java.util.List;
import java.util.function.Consumer;

/**
 * A place among those who follow a conversation: first {@link #turns()} up to {@link #seq()}, then,
 * from {@link #begin()}, every later event. Any thread may close it, once.
 */
public final class Following implements AutoCloseable {
  private final ConversationChannel channel;
  private final ConversationChannels channels;
  private final Consumer<ConversationEvent> listener;
  private final long seq;
  private final List<Turn> turns;

  Following(
      ConversationChannel channel,
      ConversationChannels channels,
      Consumer<ConversationEvent> listener,
      long seq,
      List<Turn> turns) {
    this.channel = channel;
    this.channels = channels;
    this.listener = listener;
    this.seq = seq;
    this.turns = List.copyOf(turns);
  }

  public String conversationId() {
    return channel.id();
  }

  /** The event up to which {@link #turns()} tells the story. */
  public long seq() {
    return seq;
  }

  /** What was asked and answered until {@link #seq()}. */
  public List<Turn> turns() {
    return turns;
  }

  /** Tells the listener what it has missed, then everything that comes. Call once. */
  public void begin() {
    channel.listen(listener, seq, channels::current);
  }

  @Override
  public void close() {
    channel.leave(listener);
    channels.release(channel);
  }
}
