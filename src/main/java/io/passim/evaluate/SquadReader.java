package io.passim.evaluate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.passim.evaluate.SquadDataset.Article;
import io.passim.evaluate.SquadDataset.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dataset of version 1.1 or 2.0 article by article, and says of a wrong one where it is
 * wrong. What the format has and nobody here needs, such as {@code answer_start}, is passed over.
 * Used once, by one thread.
 */
final class SquadReader {
  private static final JsonMapper JSON = new JsonMapper();

  private final int maxQuestions;
  private final int maxQuestionLength;
  private final Set<String> ids = new HashSet<>();

  SquadReader(int maxQuestions, int maxQuestionLength) {
    this.maxQuestions = maxQuestions;
    this.maxQuestionLength = maxQuestionLength;
  }

  /**
   * Reads one JSON value, at whose first token the parser stands, to its end.
   *
   * @throws InvalidEvaluationException if it is not such a dataset, or has no questions or too many
   * @throws IOException if it is not JSON or cannot be read
   */
  SquadDataset read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("", "is not a JSON object with the key \"data\"");
    }
    List<Article> articles = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean data = parser.currentName().equals("data");
      parser.nextToken();
      if (data && articles == null) {
        articles = articles(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (articles == null) {
      throw invalid("", "has no key \"data\"");
    }
    if (ids.isEmpty()) {
      throw invalid("", "has no questions");
    }
    return new SquadDataset(articles);
  }

  private List<Article> articles(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw invalid("data", "is not an array");
    }
    List<Article> articles = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      articles.add(article(JSON.readTree(parser), "data[" + articles.size() + "]"));
    }
    return articles;
  }

  private Article article(JsonNode article, String at) {
    List<String> contexts = new ArrayList<>();
    List<Asked> questions = new ArrayList<>();
    for (JsonNode paragraph : array(article, "paragraphs", at)) {
      String place = at + ".paragraphs[" + contexts.size() + "]";
      contexts.add(text(paragraph, "context", place));
      int index = 0;
      for (JsonNode question : array(paragraph, "qas", place)) {
        questions.add(question(question, place + ".qas[" + index++ + "]"));
      }
    }
    return new Article(clean(article.path("title").asText()), contexts, questions);
  }

  private Asked question(JsonNode question, String at) {
    String id = text(question, "id", at);
    String text = text(question, "question", at).strip();
    if (text.length() > maxQuestionLength) {
      throw invalid(
          at + ".question",
          "has " + text.length() + " characters; at most " + maxQuestionLength + " are asked");
    }
    if (!ids.add(id)) {
      throw invalid(at + ".id", "is that of another question");
    }
    if (ids.size() > maxQuestions) {
      throw invalid("", "has more than " + maxQuestions + " questions");
    }
    return new Asked(id, text, language(question, at), answers(question, at));
  }

  private static List<String> answers(JsonNode question, String at) {
    JsonNode impossible = question.path("is_impossible");
    if (!impossible.isMissingNode() && !impossible.isBoolean()) {
      throw invalid(at + ".is_impossible", "is neither true nor false");
    }
    if (impossible.asBoolean()) {
      return List.of();
    }
    List<String> answers = new ArrayList<>();
    for (JsonNode answer : array(question, "answers", at)) {
      answers.add(text(answer, "text", at + ".answers[" + answers.size() + "]"));
    }
    return answers;
  }

  private static @Nullable String language(JsonNode question, String at) {
    JsonNode language = question.path("language");
    if (language.isMissingNode() || language.isNull()) {
      return null;
    }
    if (!language.isTextual() || !language.textValue().matches("[a-z]{2,3}")) {
      throw invalid(at + ".language", "is not an ISO 639 code such as \"en\"");
    }
    return language.textValue();
  }

  private static JsonNode array(JsonNode object, String key, String at) {
    JsonNode array = object.path(key);
    if (!array.isArray()) {
      throw invalid(at + "." + key, "is not an array");
    }
    return array;
  }

  private static String text(JsonNode object, String key, String at) {
    JsonNode text = object.path(key);
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw invalid(at + "." + key, "is not a string with words");
    }
    return clean(text.textValue());
  }

  /** Neither a database nor UTF-8 has room for some of what JSON can write. */
  static String clean(String text) {
    return text.codePoints()
        .map(c ->
            c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static InvalidEvaluationException invalid(String at, String what) {
    String where = at.isEmpty() ? "The dataset" : "In the dataset, " + at;
    return new InvalidEvaluationException("dataset_invalid", where + " " + what + ".");
  }
}
