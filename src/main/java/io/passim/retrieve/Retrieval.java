package io.passim.retrieve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a question.
 *
 * @param passages best first
 * @param searched number of passages within the scope that was asked
 * @param indexGeneration the state of the index that was searched
 * @param encoder name of the encoder whose vectors were compared, null if none were
 */
public record Retrieval(
    List<RetrievedPassage> passages, int searched, long indexGeneration, @Nullable String encoder) {
  public Retrieval {
    passages = List.copyOf(passages);
  }
}
