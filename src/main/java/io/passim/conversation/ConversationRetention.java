package io.passim.conversation;

import io.passim.store.ConversationRecords;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes conversations that have been kept long enough. */
@ApplicationScoped
class ConversationRetention {
  private static final Logger LOG = Logger.getLogger(ConversationRetention.class);

  private final Conversations conversations;
  private final ConversationRecords records;
  private final ConversationConfig config;

  ConversationRetention(
      Conversations conversations, ConversationRecords records, ConversationConfig config) {
    this.conversations = conversations;
    this.records = records;
    this.config = config;
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteExpired() {
    config
        .retention()
        .ifPresent(retention -> {
          List<String> expired = records.startedBefore(Instant.now().minus(retention));
          expired.forEach(conversations::delete);
          LOG.debugf("Deleted %d conversations older than %s", expired.size(), retention);
        });
  }
}
