package io.passim.conversation;

import io.passim.document.DocumentId;
import io.passim.store.ConversationRecords;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.ErasureRecords;
import io.passim.store.ErasureRecords.Holder;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Takes the words of deleted documents out of the stored turns, all documents that wait in one
 * pass. Until then {@link AnswerArchive} leaves them out of what is read.
 */
@ApplicationScoped
class TurnErasure {
  private static final Logger LOG = Logger.getLogger(TurnErasure.class);
  private static final int AT_ONCE = 100;

  private final ErasureRecords erasures;
  private final ConversationRecords records;
  private final AnswerArchive archive;

  TurnErasure(ErasureRecords erasures, ConversationRecords records, AnswerArchive archive) {
    this.erasures = erasures;
    this.records = records;
    this.archive = archive;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void erase() {
    Set<DocumentId> gone = erasures.pending(Holder.TURNS);
    if (gone.isEmpty()) {
      return;
    }
    int rewritten = 0;
    String after = "";
    List<TurnRow> turns = records.turnsAfter(after, AT_ONCE);
    while (!turns.isEmpty()) {
      rewritten += erase(turns, gone);
      after = turns.getLast().answerId();
      turns = records.turnsAfter(after, AT_ONCE);
    }
    erasures.done(Holder.TURNS, gone);
    LOG.debugf("Took the words of %d deleted documents out of %d turns", gone.size(), rewritten);
  }

  private int erase(List<TurnRow> turns, Set<DocumentId> gone) {
    int rewritten = 0;
    for (TurnRow turn : turns) {
      String without = archive.without(turn, gone).orElse(null);
      if (without != null) {
        records.replaceAnswer(turn.answerId(), without);
        rewritten++;
      }
    }
    return rewritten;
  }
}
