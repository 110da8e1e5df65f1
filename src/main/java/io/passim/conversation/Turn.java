package io.passim.conversation;

import io.passim.answer.Answer;
import io.passim.document.DocumentId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question and its answer.
 *
 * @param seq number of the answer's event
 * @param deleted documents the answer speaks of that are gone; their words have been taken out
 * @param superseded documents the answer speaks of for which there is a newer version, with that
 *     version; with nothing if it has been deleted
 * @param kept whether it is stored; there was no room on the disk if it is not
 */
public record Turn(
    long seq,
    Answer answer,
    Set<DocumentId> deleted,
    Map<DocumentId, Optional<DocumentId>> superseded,
    boolean kept) {
  public Turn {
    deleted = Set.copyOf(deleted);
    superseded = Map.copyOf(superseded);
  }

  /** A turn that is kept. */
  public Turn(
      long seq,
      Answer answer,
      Set<DocumentId> deleted,
      Map<DocumentId, Optional<DocumentId>> superseded) {
    this(seq, answer, deleted, superseded, true);
  }

  /** A turn of which all documents are as they were. */
  public static Turn current(long seq, Answer answer) {
    return new Turn(seq, answer, Set.of(), Map.of());
  }

  /** The same turn, which could not be stored. */
  Turn notKept() {
    return new Turn(seq, answer, deleted, superseded, false);
  }
}
