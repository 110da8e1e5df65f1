package io.passim.conversation;

import io.passim.answer.AnswerMonitor.Stage;
import io.passim.conversation.ConversationEvent.Answered;
import io.passim.conversation.ConversationEvent.Numbered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one conversation, numbered and told to whoever listens.
 *
 * <p>Numbering, storing and telling an event are one step under the lock, so that everybody sees
 * the events in the order of their numbers and no answer is seen that is not stored, or says so.
 * Progress is forgotten once its question has ended. What was stored before the channel was opened
 * is read when somebody needs it.
 */
final class ConversationChannel {
  /** Numbers reserved at once, so that not every event costs a write. */
  private static final int RESERVED = 1000;

  private final String id;
  private final EarlierTurns earlier;
  private final LongConsumer reserve;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Numbered> log = new ArrayList<>();
  private final Set<Consumer<ConversationEvent>> listeners = new LinkedHashSet<>();
  private long leftAt = System.nanoTime();
  private final Map<String, RunningAsk> running = new HashMap<>();
  private long seq;
  private long ceiling;
  private int users;
  private boolean deleted;

  /**
   * A channel that goes on where the stored turns end.
   *
   * @param earlier up to the number that no event was given a higher one than
   * @param reserve stores a new ceiling durably
   */
  ConversationChannel(String id, EarlierTurns earlier, LongConsumer reserve) {
    this.id = id;
    this.earlier = earlier;
    this.seq = earlier.last();
    this.ceiling = earlier.last();
    this.reserve = reserve;
  }

  String id() {
    return id;
  }

  /** Counts users up or down; at 0 nobody needs the channel. Guarded by the registry. */
  int use(int by) {
    users += by;
    return users;
  }

  long seq() {
    return locked(() -> seq);
  }

  /**
   * Marks a question as running.
   *
   * @throws DuplicateAskException if it runs already or has been answered
   * @throws ConversationNotFoundException if the conversation has been deleted
   */
  RunningAsk begin(String askId) {
    return locked(() -> {
      if (deleted) {
        throw new ConversationNotFoundException();
      }
      boolean answered =
          log.stream().anyMatch(e -> e instanceof Answered && e.askId().equals(askId));
      if (answered || running.containsKey(askId) || earlier.hasAnswerTo(askId)) {
        throw new DuplicateAskException(askId);
      }
      RunningAsk ask = new RunningAsk();
      running.put(askId, ask);
      return ask;
    });
  }

  /** The last {@code limit} turns in order. */
  List<Turn> latest(int limit) {
    return locked(() -> {
      List<Answered> told =
          log.stream().filter(Answered.class::isInstance).map(Answered.class::cast).toList();
      return Stream.concat(
              earlier.latest(limit - told.size()).stream(),
              told.stream().skip(Math.max(0, told.size() - limit)))
          .map(Answered::turn)
          .toList();
    });
  }

  void stop(String askId) {
    locked(() -> {
      RunningAsk ask = running.get(askId);
      if (ask != null) {
        ask.cancel();
      }
      return ask;
    });
  }

  void progress(
      String askId, Stage stage, int done, int total, @Nullable String standaloneQuestion) {
    locked(() ->
        tell(
            new ConversationEvent.Progress(askId, next(), stage, done, total, standaloneQuestion)));
  }

  /** Stores the turn under the number it gets, then tells it. */
  Turn answered(String askId, LongFunction<Turn> store) {
    return locked(() -> {
      checkNotDeleted();
      Turn turn = store.apply(next());
      end(askId);
      tell(new Answered(askId, turn.seq(), turn));
      return turn;
    });
  }

  void stopped(String askId) {
    locked(() -> {
      end(askId);
      return tell(new ConversationEvent.Stopped(askId, next()));
    });
  }

  /** The question has failed and may be asked again. */
  void failed(ConversationEvent.Failed failure) {
    locked(() -> {
      end(failure.askId());
      listeners.forEach(listener -> listener.accept(failure));
      return failure;
    });
  }

  /** The conversation is deleted: what runs is stopped, and nothing can be asked any more. */
  void delete() {
    locked(() -> {
      deleted = true;
      running.values().forEach(RunningAsk::cancel);
      return running;
    });
  }

  long ceiling() {
    return locked(() -> ceiling);
  }

  /**
   * Tells the listener every event after {@code seen}, then everything that comes.
   *
   * @param current what may be told now of earlier events
   */
  void listen(
      Consumer<ConversationEvent> listener, long seen, UnaryOperator<List<Numbered>> current) {
    locked(() -> {
      List<Numbered> missed = new ArrayList<>(earlier.after(seen));
      log.stream().filter(event -> event.seq() > seen).forEach(missed::add);
      current.apply(missed).forEach(listener);
      return listeners.add(listener);
    });
  }

  void leave(Consumer<ConversationEvent> listener) {
    locked(() -> {
      leftAt = System.nanoTime();
      return listeners.remove(listener);
    });
  }

  /** Whether nobody listens, and the last one left at least that long ago. */
  boolean abandonedFor(Duration time) {
    return locked(() -> listeners.isEmpty() && System.nanoTime() - leftAt >= time.toNanos());
  }

  private void checkNotDeleted() {
    if (deleted) {
      throw new CancellationException("the conversation has been deleted");
    }
  }

  private void end(String askId) {
    running.remove(askId);
    log.removeIf(e -> e instanceof ConversationEvent.Progress && e.askId().equals(askId));
  }

  private long next() {
    if (seq == ceiling) {
      reserve.accept(ceiling + RESERVED);
      ceiling += RESERVED;
    }
    return ++seq;
  }

  private Numbered tell(Numbered event) {
    log.add(event);
    listeners.forEach(listener -> listener.accept(event));
    return event;
  }

  private <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
