package io.passim.question;

import java.util.List;
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

  /** The same question, after these forms of it were tried, the chosen one first. */
  public StandaloneQuestion tried(List<String> forms) {
    return new StandaloneQuestion(text, original, collectionIds, followUp.tried(forms));
  }
}
