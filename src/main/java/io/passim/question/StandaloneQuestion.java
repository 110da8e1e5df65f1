package io.passim.question;

import io.passim.document.DocumentScope;
import java.util.List;

/**
 * A question that can be answered without its conversation.
 *
 * @param text what is searched for and read for
 * @param original what the person typed
 * @param scope where to look
 */
public record StandaloneQuestion(
    String text, String original, DocumentScope scope, FollowUp followUp) {
  /** The same question, after these forms of it were tried, the chosen one first. */
  public StandaloneQuestion tried(List<String> forms) {
    return new StandaloneQuestion(text, original, scope, followUp.tried(forms));
  }
}
