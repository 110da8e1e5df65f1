package io.passim.index;

import io.passim.document.DocumentScope;
import org.jspecify.annotations.Nullable;

/**
 * A search by words and, if there is a vector, by meaning.
 *
 * @param text any text; operators have no meaning in it
 * @param vector of the question; null for a search by words alone
 * @param scope where to look
 * @param limit most hits to return for each of the two, at least 1
 */
public record PassageQuery(
    String text, @Nullable QuestionVector vector, DocumentScope scope, int limit) {
  public PassageQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
  }

  /** A search by words alone. */
  public PassageQuery(String text, DocumentScope scope, int limit) {
    this(text, null, scope, limit);
  }
}
