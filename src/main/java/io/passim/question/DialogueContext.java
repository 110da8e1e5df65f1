package io.passim.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The turns before a question, oldest first.
 *
 * @param turns what was asked, already standalone, and what was answered
 */
public record DialogueContext(List<Turn> turns) {
  /** No conversation yet. */
  public static final DialogueContext EMPTY = new DialogueContext(List.of());

  public DialogueContext {
    turns = List.copyOf(turns);
  }

  /**
   * One earlier exchange.
   *
   * @param answer the answer's words, null if there was none
   */
  public record Turn(String standaloneQuestion, @Nullable String answer) {}
}
