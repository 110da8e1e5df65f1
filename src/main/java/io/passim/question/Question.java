package io.passim.question;

import io.passim.document.DocumentScope;

/**
 * A question as a person asked it.
 *
 * @param text not blank, trimmed
 * @param scope where to look
 * @param standalone true if the conversation must not change it
 */
public record Question(String text, DocumentScope scope, boolean standalone) {
  public Question {
    text = text.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a question must not be blank");
    }
  }
}
