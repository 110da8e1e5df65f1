package io.passim.index;

import io.passim.document.DocumentId;
import java.util.Set;

/**
 * A document that takes its place in the index.
 *
 * @param passages all that is to be found of it
 * @param superseded documents whose passages go
 */
public record PassageReplacement(IndexedPassages passages, Set<DocumentId> superseded) {
  public PassageReplacement {
    superseded = Set.copyOf(superseded);
  }
}
