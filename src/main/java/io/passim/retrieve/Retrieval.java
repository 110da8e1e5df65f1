package io.passim.retrieve;

import java.util.List;

/**
 * What was found for a question.
 *
 * @param passages best first
 * @param searched number of passages within the scope that was asked
 * @param indexGeneration the state of the index that was searched
 */
public record Retrieval(List<RetrievedPassage> passages, int searched, long indexGeneration) {
  public Retrieval {
    passages = List.copyOf(passages);
  }
}
