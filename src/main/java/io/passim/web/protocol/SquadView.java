package io.passim.web.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A dataset in the format of SQuAD 2.0 (Rajpurkar et al., 2018), with its names. */
public record SquadView(String version, List<ArticleView> data) {
  /** Texts on one subject. */
  public record ArticleView(String title, List<ParagraphView> paragraphs) {}

  /** A text and the questions about it. */
  public record ParagraphView(String context, List<QuestionView> qas) {}

  /** A question. */
  public record QuestionView(
      String id,
      String question,
      @JsonProperty("is_impossible") boolean impossible,
      List<ExpectedView> answers) {}

  /**
   * An answer.
   *
   * @param start UTF-16 offset in the context
   */
  public record ExpectedView(String text, @JsonProperty("answer_start") int start) {}
}
