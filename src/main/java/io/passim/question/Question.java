package io.passim.question;

import io.passim.document.DocumentScope;
import java.text.Normalizer;

/**
 * A question as a person asked it.
 *
 * @param text not blank, trimmed, composed (NFC) as the texts of documents are
 * @param scope where to look
 * @param standalone true if the conversation must not change it
 */
public record Question(String text, DocumentScope scope, boolean standalone) {
  public Question {
    text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a question must not be blank");
    }
  }
}
