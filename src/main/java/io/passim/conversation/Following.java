package io.passim.conversation;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place among those who follow a conversation: first {@link #turns()} up to {@link #seq()}, then,
 * from {@link #begin}, every later event. Any thread may close it, once.
 */
public final class Following implements AutoCloseable {
  private final ConversationChannel channel;
  private final ConversationChannels channels;
  private final Duration grace;
  private final long seq;
  private final List<Turn> turns;
  private volatile @Nullable Consumer<ConversationEvent> listener;

  Following(
      ConversationChannel channel,
      ConversationChannels channels,
      Duration grace,
      long seq,
      List<Turn> turns) {
    this.channel = channel;
    this.channels = channels;
    this.grace = grace;
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

  /** What was last asked and answered until {@link #seq()}, at most 50 turns. */
  public List<Turn> turns() {
    return turns;
  }

  /**
   * Tells the listener what came after {@link #seq()}, then everything that comes. Call once.
   *
   * @param told called in order, under the conversation's lock; must not block
   */
  public void begin(Consumer<ConversationEvent> told) {
    listener = told;
    channel.listen(told, seq, channels::current);
  }

  /**
   * Whether a question of this conversation has nobody to be answered to: all who followed it have
   * been gone for longer than {@link ConversationConfig#reconnectGrace()}. May be asked after
   * {@link #close}, while the question runs.
   */
  public boolean abandoned() {
    return channel.abandonedFor(grace);
  }

  @Override
  public void close() {
    Consumer<ConversationEvent> told = listener;
    if (told != null) {
      channel.leave(told);
    }
    channels.release(channel);
  }
}
