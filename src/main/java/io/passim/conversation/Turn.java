package io.passim.conversation;

import io.passim.answer.Answer;
import io.passim.document.DocumentId;
import java.util.Set;

/**
 * A question and its answer.
 *
 * @param seq number of the answer's event
 * @param deleted documents the answer speaks of that are gone; their words have been taken out
 */
public record Turn(long seq, Answer answer, Set<DocumentId> deleted) {
  public Turn {
    deleted = Set.copyOf(deleted);
  }
}
