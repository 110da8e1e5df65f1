package io.passim.conversation;

import io.passim.document.DiskFull;
import io.passim.store.ConversationRecords;
import io.passim.store.ConversationRecords.ConversationRow;
import io.passim.store.ConversationRecords.TurnRow;
import io.passim.store.ConversationRecords.TurnSubject;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Keeps conversations while there is room for them. On a full disk people go on asking: what cannot
 * be kept is answered all the same, and the answer says so. Any thread may call any method.
 */
@ApplicationScoped
class ConversationKeeper {
  private static final Logger LOG = Logger.getLogger(ConversationKeeper.class);

  private final ConversationRecords records;
  private final DiskFull diskFull;

  ConversationKeeper(ConversationRecords records, DiskFull diskFull) {
    this.records = records;
    this.diskFull = diskFull;
  }

  /** Keeps an answer, with its conversation if it is the first; false if there is no room. */
  boolean keep(ConversationRow conversation, TurnRow turn, TurnSubject subject) {
    return keep(() -> records.insertTurn(conversation, turn, subject));
  }

  /**
   * Keeps that numbers of messages up to {@code ceiling} may be given out. Without room they are
   * given out all the same, and once more after a restart.
   */
  void reserve(String conversationId, long ceiling) {
    keep(() -> records.setSeqCeiling(conversationId, ceiling));
  }

  private boolean keep(Runnable write) {
    try {
      write.run();
      return true;
    } catch (RuntimeException e) {
      if (!diskFull.isBehind(e)) {
        throw e;
      }
      LOG.warnf("The disk is full: a conversation goes on without being kept (%s)", e);
      return false;
    }
  }
}
