package io.passim.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passim.answer.QuestionAnswerer;
import io.passim.store.ConversationRecords;
import io.passim.store.TestRecords;
import java.time.Duration;
import java.util.Optional;

/** Gives other packages' tests conversations over the stores of a directory. */
public final class TestConversations {
  private static final ConversationConfig CONFIG =
      new ConversationConfig() {
        @Override
        public int maxQuestionLength() {
          return 1000;
        }

        @Override
        public int historyTurns() {
          return 5;
        }

        @Override
        public Duration reconnectGrace() {
          return Duration.ZERO;
        }

        @Override
        public Optional<Duration> retention() {
          return Optional.of(Duration.ZERO);
        }
      };

  private TestConversations() {}

  public static Conversations of(TestRecords records, QuestionAnswerer answerer) {
    return of(records, records.conversations(), answerer);
  }

  /** Conversations that are kept in {@code kept}. */
  public static Conversations of(
      TestRecords records, ConversationRecords kept, QuestionAnswerer answerer) {
    return of(records, kept, answerer, new SimpleMeterRegistry());
  }

  /** Conversations that are counted in {@code registry}. */
  static Conversations of(
      TestRecords records,
      ConversationRecords kept,
      QuestionAnswerer answerer,
      MeterRegistry registry) {
    AnswerArchive archive = archive(records);
    ConversationKeeper keeper = new ConversationKeeper(kept, records.diskFull());
    return new StoredConversations(
        new ConversationChannels(kept, keeper, archive),
        kept,
        keeper,
        archive,
        new QuestionCheck(CONFIG, records.collections()),
        answerer,
        CONFIG,
        new ConversationMeters(registry),
        records.diskFull());
  }

  public static AnswerArchive archive(TestRecords records) {
    return new AnswerArchive(
        new ObjectMapper().registerModule(new JavaTimeModule()), records.documents());
  }

  /** Deletes every conversation that began before now. */
  public static void expire(TestRecords records, Conversations conversations) {
    new ConversationRetention(conversations, records.conversations(), CONFIG).deleteExpired();
  }
}
