package io.passim.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with its expected answers.
 *
 * @param context a text that the answers stand in, null if there was none at hand
 * @param answers what would be right; empty if the documents do not answer it
 */
public record ReviewCase(
    String id, String question, @Nullable String context, List<String> answers) {
  public ReviewCase {
    answers = List.copyOf(answers);
  }
}
