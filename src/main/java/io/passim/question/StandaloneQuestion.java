package io.passim.question;

import java.util.Set;

/**
 * A question that can be answered without its conversation.
 *
 * @param text what is searched for and read for
 * @param original what the person typed
 */
public record StandaloneQuestion(
    String text, String original, Set<String> collectionIds, FollowUp followUp) {
  public StandaloneQuestion {
    collectionIds = Set.copyOf(collectionIds);
  }
}
