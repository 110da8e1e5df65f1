package io.passim.index;

import java.util.Set;

/**
 * A search by words.
 *
 * @param text any text; operators have no meaning in it
 * @param collectionIds where to look; empty for everywhere
 * @param limit most hits to return, at least 1
 */
public record PassageQuery(String text, Set<String> collectionIds, int limit) {
  public PassageQuery {
    collectionIds = Set.copyOf(collectionIds);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
  }
}
