package io.passim.retrieve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a question.
 *
 * @param passages best first
 * @param scopeIsEmpty whether nothing was found because no passage lies within the scope
 * @param indexGeneration the state of the index that was searched
 * @param encoder name of the encoder whose vectors were compared, null if none were
 */
public record Retrieval(
    List<RetrievedPassage> passages,
    boolean scopeIsEmpty,
    long indexGeneration,
    @Nullable String encoder) {
  public Retrieval {
    passages = List.copyOf(passages);
  }
}
