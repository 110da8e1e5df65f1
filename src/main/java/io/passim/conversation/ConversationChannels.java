package io.passim.conversation;

import io.passim.conversation.ConversationEvent.Answered;
import io.passim.conversation.ConversationEvent.Numbered;
import io.passim.store.ConversationRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
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

  /** The events as they may be told now. */
  List<Numbered> current(List<Numbered> events) {
    List<Turn> turns =
        events.stream()
            .filter(Answered.class::isInstance)
            .map(event -> ((Answered) event).turn())
            .toList();
    Iterator<Turn> current = archive.current(turns).iterator();
    return events.stream()
        .map(event ->
            event instanceof Answered answered
                ? new Answered(answered.askId(), answered.seq(), current.next())
                : event)
        .toList();
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
    ConversationChannel channel = channel(id, 0);
    channel.use(1);
    channels.put(id, channel);
    return channel;
  }

  private @Nullable ConversationChannel load(String id) {
    return records.find(id).map(row -> channel(id, row.seqCeiling())).orElse(null);
  }

  /** A channel that goes on above {@code seqCeiling}. */
  private ConversationChannel channel(String id, long seqCeiling) {
    return new ConversationChannel(
        id,
        new EarlierTurns(records, archive, id, seqCeiling),
        ceiling -> keeper.reserve(id, ceiling));
  }
}
