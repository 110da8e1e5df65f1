package io.passim.conversation;

import io.passim.conversation.ConversationEvent.Numbered;
import io.passim.store.ConversationRecords;
import io.passim.store.ConversationRecords.ConversationRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The channels of the conversations that somebody follows or asks in. A channel is acquired, used
 * and released in {@code finally}; one that nobody uses is dropped and read from the store again
 * when it is next needed.
 */
@ApplicationScoped
class ConversationChannels {
  private final ConcurrentHashMap<String, ConversationChannel> channels = new ConcurrentHashMap<>();
  private final ConversationRecords records;
  private final ConversationKeeper keeper;
  private final AnswerArchive archive;

  ConversationChannels(
      ConversationRecords records, ConversationKeeper keeper, AnswerArchive archive) {
    this.records = records;
    this.keeper = keeper;
    this.archive = archive;
  }

  /** The channel of a conversation, or of a new one if the id is absent or unknown. */
  ConversationChannel acquireOrBegin(Optional<String> id) {
    return id.flatMap(this::acquireKnown).orElseGet(this::acquireNew);
  }

  /**
   * The channel of a conversation, or of a new one if the id is absent.
   *
   * @throws ConversationNotFoundException if the id is unknown
   */
  ConversationChannel acquire(Optional<String> id) {
    return id.isEmpty()
        ? acquireNew()
        : acquireKnown(id.get()).orElseThrow(ConversationNotFoundException::new);
  }

  void release(ConversationChannel channel) {
    channels.computeIfPresent(
        channel.id(),
        (id, current) -> {
          if (current != channel || current.use(-1) > 0) {
            return current;
          }
          keeper.reserve(id, current.seq());
          return null;
        });
  }

  /**
   * Stops what runs in a conversation that is about to be deleted, and forgets it; false if nobody
   * used it.
   */
  boolean delete(String id) {
    ConversationChannel channel = channels.remove(id);
    if (channel != null) {
      channel.delete();
    }
    return channel != null;
  }

  Optional<ConversationChannel> current(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  /** The event as it may be told now. */
  Numbered current(Numbered event) {
    return event instanceof ConversationEvent.Answered answered
        ? new ConversationEvent.Answered(
            answered.askId(), answered.seq(), archive.current(answered.turn()))
        : event;
  }

  private Optional<ConversationChannel> acquireKnown(String id) {
    return Optional.ofNullable(
        channels.compute(
            id,
            (key, current) -> {
              ConversationChannel channel = current == null ? load(key) : current;
              if (channel != null) {
                channel.use(1);
              }
              return channel;
            }));
  }

  private ConversationChannel acquireNew() {
    String id = "c_" + UUID.randomUUID().toString().replace("-", "");
    ConversationChannel channel =
        new ConversationChannel(id, 0, List.of(), ceiling -> keeper.reserve(id, ceiling));
    channel.use(1);
    channels.put(id, channel);
    return channel;
  }

  private @Nullable ConversationChannel load(String id) {
    Optional<ConversationRow> row = records.find(id);
    if (row.isEmpty()) {
      return null;
    }
    List<Numbered> events =
        records.turns(id).stream()
            .<Numbered>map(turn ->
                new ConversationEvent.Answered(turn.askId(), turn.seq(), archive.turn(turn)))
            .toList();
    return new ConversationChannel(
        id, row.get().seqCeiling(), events, ceiling -> keeper.reserve(id, ceiling));
  }
}
