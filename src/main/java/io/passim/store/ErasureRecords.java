package io.passim.store;

import io.passim.document.DocumentId;
import java.util.Set;

/**
 * Deleted documents whose words may still stand in other records. A document comes here in the step
 * that deletes it, so that what is left to do survives a restart. Any thread may call any method.
 */
public interface ErasureRecords {
  /** The documents whose words are still to be looked for there. */
  Set<DocumentId> pending(Holder holder);

  /** Notes that none of these documents' words stand there any more. */
  void done(Holder holder, Set<DocumentId> documents);

  /** Records that quote documents. Its names stand in the database and must not change. */
  enum Holder {
    TURNS,
    EVALUATIONS
  }
}
