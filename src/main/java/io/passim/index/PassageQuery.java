package io.passim.index;

import io.passim.document.DocumentScope;

/**
 * A search by words.
 *
 * @param text any text; operators have no meaning in it
 * @param scope where to look
 * @param limit most hits to return, at least 1
 */
public record PassageQuery(String text, DocumentScope scope, int limit) {
  public PassageQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
  }
}
