package io.passim.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions about texts, in the shape of SQuAD.
 *
 * @param articles in the file's order
 */
public record SquadDataset(List<Article> articles) {
  public SquadDataset {
    articles = List.copyOf(articles);
  }

  /** How many questions there are. */
  public int size() {
    return articles.stream().mapToInt(article -> article.questions().size()).sum();
  }

  /** All questions in the file's order. */
  public List<Asked> questions() {
    return articles.stream().flatMap(article -> article.questions().stream()).toList();
  }

  /**
   * Texts on one subject and the questions about them.
   *
   * @param title as in the file, may be empty
   * @param contexts one for each paragraph, not blank
   */
  public record Article(String title, List<String> contexts, List<Asked> questions) {
    public Article {
      contexts = List.copyOf(contexts);
      questions = List.copyOf(questions);
    }
  }

  /**
   * A question.
   *
   * @param id different from those of all other questions
   * @param text not blank
   * @param language its ISO 639 code if the file says so, which is an addition to SQuAD's format
   * @param answers references; empty if the context does not answer the question
   */
  public record Asked(String id, String text, @Nullable String language, List<String> answers) {
    public Asked {
      answers = List.copyOf(answers);
    }
  }
}
