package io.passim.question;

import java.util.Set;

/**
 * A question as a person asked it.
 *
 * @param text not blank, trimmed
 * @param collectionIds where to look; empty for everywhere
 * @param standalone true if the conversation must not change it
 */
public record Question(String text, Set<String> collectionIds, boolean standalone) {
  public Question {
    text = text.strip();
    collectionIds = Set.copyOf(collectionIds);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a question must not be blank");
    }
  }
}
