package io.passim.retrieve;

import java.util.Set;

/** Finds the passages that may hold an answer. Stateless; shared between threads. */
public interface PassageRetriever {
  /** As many passages as the configuration says, best first. */
  Retrieval retrieve(String question, Set<String> collectionIds);

  /**
   * Up to {@code limit} passages, best first.
   *
   * @param limit at least 1
   */
  Retrieval retrieve(String question, Set<String> collectionIds, int limit);
}
