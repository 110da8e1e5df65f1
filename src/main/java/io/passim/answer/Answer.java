package io.passim.answer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question: exact words, an honest "not sure", nothing, or what people have pinned.
 *
 * <p>The annotations name the cases in stored answers; the names must not change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Answer.Unsure.class, name = "unsure"),
  @JsonSubTypes.Type(value = Answer.NotFound.class, name = "not_found"),
  @JsonSubTypes.Type(value = Answer.Curated.class, name = "curated")
})
public sealed interface Answer {
  /** What every answer has. */
  AnswerDetails details();

  /** The same answer with other details. */
  Answer withDetails(AnswerDetails details);

  /**
   * The words that answer the question, with confidence at or above the threshold.
   *
   * @param answer the words and where they stand
   * @param items the answers, {@code answer} or a part of it among them, where several stand
   *     together, such as the items of a list; in the document's order, empty if there is but one
   * @param itemsContinue whether the document has more of them than are given
   * @param corroboration other places that give the same answer
   * @param disagreement whether other documents give a different answer of similar strength
   * @param alternatives other answers, best first
   */
  record Answered(
      AnswerDetails details,
      Alternative answer,
      List<Citation> items,
      boolean itemsContinue,
      List<Citation> corroboration,
      boolean disagreement,
      List<Alternative> alternatives)
      implements Answer {
    public Answered {
      // Answers that were stored before have none.
      items = items == null ? List.of() : List.copyOf(items);
      corroboration = List.copyOf(corroboration);
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public Answer withDetails(AnswerDetails other) {
      return new Answered(
          other, answer, items, itemsContinue, corroboration, disagreement, alternatives);
    }
  }

  /**
   * The best candidate is below the threshold: the passages are shown instead of an answer.
   *
   * @param confidence of the best candidate
   * @param alternatives the candidates, best first
   */
  record Unsure(
      AnswerDetails details,
      double confidence,
      boolean disagreement,
      List<Alternative> alternatives)
      implements Answer {
    public Unsure {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public Answer withDetails(AnswerDetails other) {
      return new Unsure(other, confidence, disagreement, alternatives);
    }
  }

  /** There is no candidate at all. */
  record NotFound(AnswerDetails details, NotFoundReason reason) implements Answer {
    @Override
    public Answer withDetails(AnswerDetails other) {
      return new NotFound(other, reason);
    }
  }

  /**
   * What an administrator has pinned to the question. Nothing was read for it, so it has no
   * confidence.
   *
   * @param text the words: of the citation's span, or the administrator's own
   * @param citation where they stand, null if they are the administrator's own
   */
  record Curated(AnswerDetails details, Curation curation, String text, @Nullable Citation citation)
      implements Answer {
    @Override
    public Answer withDetails(AnswerDetails other) {
      return new Curated(other, curation, text, citation);
    }
  }

  /** Why there is no candidate. */
  enum NotFoundReason {
    /** The collections asked hold no passage. */
    EMPTY_COLLECTION,
    /** No passage shares a word with the question. */
    NOTHING_RETRIEVED,
    /** The reader found no words in the passages that could be an answer. */
    NO_SPAN
  }
}
