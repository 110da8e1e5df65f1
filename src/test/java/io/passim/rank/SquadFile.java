package io.passim.rank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A data set in SQuAD's format.
 *
 * @param articles in the file's order
 */
record SquadFile(List<Article> articles) {
  /**
   * @param file JSON, compressed if its name ends in {@code .gz}
   */
  static SquadFile read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream json = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      List<Article> articles = new ArrayList<>();
      for (JsonNode article : new ObjectMapper().readTree(json).path("data")) {
        articles.add(article(article));
      }
      return new SquadFile(List.copyOf(articles));
    }
  }

  private static Article article(JsonNode article) {
    List<String> paragraphs = new ArrayList<>();
    List<Asked> questions = new ArrayList<>();
    for (JsonNode paragraph : article.path("paragraphs")) {
      paragraphs.add(paragraph.path("context").asText());
      for (JsonNode question : paragraph.path("qas")) {
        List<String> answers = new ArrayList<>();
        question.path("answers").forEach(answer -> answers.add(answer.path("text").asText()));
        boolean impossible = question.path("is_impossible").asBoolean(false);
        questions.add(
            new Asked(
                question.path("id").asText(),
                question.path("question").asText(),
                impossible ? List.of() : List.copyOf(answers)));
      }
    }
    return new Article(
        article.path("title").asText(), List.copyOf(paragraphs), List.copyOf(questions));
  }

  record Article(String title, List<String> paragraphs, List<Asked> questions) {}

  /**
   * @param answers references; empty if the text does not answer the question
   */
  record Asked(String id, String text, List<String> answers) {
    /** Exact match, or at least 0.8 of word F1, with one of the references. */
    boolean isRight(String answer) {
      return answers.stream().anyMatch(reference -> F1.of(answer, reference) >= 0.8);
    }
  }
}
