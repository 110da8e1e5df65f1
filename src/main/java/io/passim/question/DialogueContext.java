package io.passim.question;

import io.passim.document.DocumentId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The turns before a question.
 *
 * @param turns the latest of them, oldest first
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
   * @param question as it was typed
   * @param standaloneQuestion what was searched for
   * @param questionSources documents that lent the standalone question, or another reading that was
   *     tried, words of earlier answers
   * @param answer null if there was none
   */
  public record Turn(
      String question,
      String standaloneQuestion,
      Set<DocumentId> questionSources,
      @Nullable QuotedAnswer answer) {
    public Turn {
      questionSources = Set.copyOf(questionSources);
    }
  }

  /** An answer's words and the document they were quoted from. */
  public record QuotedAnswer(String text, DocumentId source) {}
}
