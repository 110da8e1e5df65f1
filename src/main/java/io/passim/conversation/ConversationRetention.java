package io.passim.conversation;

import io.passim.store.ConversationRecords;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Deletes conversations that have been kept long enough. */
@ApplicationScoped
class ConversationRetention {
  private static final Logger LOG = Logger.getLogger(ConversationRetention.class);

  private final ConversationRecords records;
  private final ConversationConfig config;

  ConversationRetention(ConversationRecords records, ConversationConfig config) {
    this.records = records;
    this.config = config;
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteExpired() {
    config
        .retention()
        .ifPresent(retention -> {
          int deleted = records.deleteStartedBefore(Instant.now().minus(retention));
          if (deleted > 0) {
            LOG.infof("Deleted %d conversations older than %s", deleted, retention);
          }
        });
  }
}
